/** What a person sees first: what there is to begin with. */
package downhill.ui.screen.start;
