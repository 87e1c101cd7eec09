/** How good each contender's predictions are. */
package downhill.ui.screen.metrics;
