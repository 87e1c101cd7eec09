/** What each contender's model makes of the data. */
package downhill.ui.screen.fit;
