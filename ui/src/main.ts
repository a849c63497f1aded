import { mount } from 'svelte';
import App from './app/App.svelte';
import { restoreAppearance } from './app/appearance.svelte';
import { askShop } from './app/shop.svelte';
import './styles/index.css';

/** How long the first picture waits for the shop: one picture is sooner there than two, but a slow disk must not leave it white. */
const PATIENCE = 150;

restoreAppearance();

const target = document.getElementById('app');
if (target) {
  const asked = askShop();
  const patience = new Promise((over) => setTimeout(over, PATIENCE));
  void Promise.race([asked, patience]).then(() => mount(App, { target, props: { asked } }));
}
