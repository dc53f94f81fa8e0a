import { createElement } from 'lwc';
import App from './page/app/app.ts';

document.body.append(createElement('page-app', { is: App }));
