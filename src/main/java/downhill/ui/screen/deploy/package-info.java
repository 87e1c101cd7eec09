/** The workspace Deploy: a contender's model made smaller, tried, taken away and served. */
package downhill.ui.screen.deploy;
