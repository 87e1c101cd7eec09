package downhill.ui.fit;

/**
 * What somebody chose to look at; panels elsewhere follow it.
 *
 * @param site   model and data it was chosen for; null before anything was
 * @param across index of the feature across
 * @param up     index of the feature upwards
 * @param index  which class a curve is the probability of
 * @param held   row, from 0, that the features not varied are held at; −1 for their means
 */
public record FitFocus(FitSite site, int across, int up, int index, int held) {
    /** Nothing was chosen yet. */
    public static final FitFocus NONE = new FitFocus(null, 0, 0, 0, -1);
}
