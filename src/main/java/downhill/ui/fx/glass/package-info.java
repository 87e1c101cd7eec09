/** The one place that names the program to the toolkit's window system, which JavaFX offers to launched applications only. */
package downhill.ui.fx.glass;
