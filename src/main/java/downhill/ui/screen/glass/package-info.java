/** One step of one parameter, told with its numbers. */
package downhill.ui.screen.glass;
