import { h } from 'vue';
import type { Theme } from 'vitepress';
import DefaultTheme from 'vitepress/theme';
import Workflow from './workflow.md';
import './style.css';

// The first screen shows what the action is used like, beside what it is.
export default {
  extends: DefaultTheme,
  Layout: () => h(DefaultTheme.Layout, null, { 'home-hero-image': () => h(Workflow, { class: 'vp-doc' }) }),
} satisfies Theme;
