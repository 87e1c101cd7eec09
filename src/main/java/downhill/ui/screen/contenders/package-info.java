/** Who races: the list, each one's learning rate, and the form for all its settings. */
package downhill.ui.screen.contenders;
