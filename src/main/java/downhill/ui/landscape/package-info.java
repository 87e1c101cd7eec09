/** The loss on a plane that all contenders share, and their paths on it, kept up to date beside the race for every view that shows them. */
package downhill.ui.landscape;
