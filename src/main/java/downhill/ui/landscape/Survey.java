package downhill.ui.landscape;

import java.util.List;

/**
 * Where everybody is on the plane.
 *
 * @param ground the plane, found anew or as it was; null where nobody has been anywhere yet
 * @param tracks in the order of the document
 */
record Survey(Ground ground, List<Track> tracks) {
    static final Survey NOTHING = new Survey(null, List.of());
}
