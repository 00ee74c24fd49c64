/** Loaded only by a browser that lacks something of the language. */
import 'core-js/stable'
