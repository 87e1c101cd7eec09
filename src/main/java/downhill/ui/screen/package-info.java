/** What all screens have in common. Each screen is a package of its own below; none knows another. */
package downhill.ui.screen;
