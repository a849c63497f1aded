/** One invented shop for looking at the screens: 100,000 archives, one of them full of life. Nobody in it exists. */
export { book } from './book/answers';
export { fields } from './book/fields';
export { rowOf, TODAY } from './book/people';
export { visits } from './book/visits';
