/** One panel for each contender, all showing the same on linked axes: small below the large view, or large in its place. */
package downhill.ui.panel;
