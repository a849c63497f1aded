import type { Component } from 'svelte';
import Settings from '../screens/settings/Settings.svelte';
import type { ViewName } from './router.svelte';
import type { Views } from './views';

/** The component of every view. It gets the view's parameters as its props. */
export const screens: { [N in ViewName]: Component<Views[N]> } = {
  settings: Settings,
};
