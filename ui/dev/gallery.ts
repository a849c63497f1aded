/** Every part on one page: /dev/?theme=dark&lang=en&size=large&at=forms */
import { mount } from 'svelte';
import { setToday } from '../src/text/format.svelte';
import { setLanguage } from '../src/text/i18n.svelte';
import '../src/styles/index.css';
import Gallery from './Gallery.svelte';

const asked = new URLSearchParams(location.search);
document.documentElement.dataset.theme = asked.get('theme') ?? 'light';
document.documentElement.dataset.type = asked.get('size') ?? 'normal';
setLanguage(asked.get('lang') === 'en' ? 'en' : 'zh-CN');
setToday('2026-11-21');
mount(Gallery, { target: document.getElementById('app')!, props: { at: asked.get('at') ?? 'page' } });
