/** All contenders side by side on equal axes. */
package downhill.ui.screen.compare;
