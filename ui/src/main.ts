import { mount } from 'svelte';
import App from './app/App.svelte';
import { restoreAppearance } from './app/appearance.svelte';
import './styles/index.css';

restoreAppearance();

const target = document.getElementById('app');
if (target) mount(App, { target });
