package downhill.cluster;

import downhill.analysis.sweep.Refinement;
import downhill.data.Progress;
import downhill.study.map.MapEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Pixels of a map. Comes to what came of each.
 *
 * @param map     what all have in common
 * @param rows    of the pixels
 * @param columns of the pixels
 */
record PixelsWork(Shared<PackedMap> map, int[] rows, int[] columns) implements Work<ArrayList<MapEnd>> {
    static PixelsWork of(Shared<PackedMap> map, List<Refinement.Pixel> pixels) {
        return new PixelsWork(map, pixels.stream().mapToInt(Refinement.Pixel::row).toArray(),
                pixels.stream().mapToInt(Refinement.Pixel::column).toArray());
    }

    @Override
    public ArrayList<MapEnd> done(Workplace place) {
        List<Refinement.Pixel> pixels = IntStream.range(0, rows.length).mapToObj(i -> new Refinement.Pixel(rows[i], columns[i])).toList();
        ArrayList<MapEnd> ends = new ArrayList<>();
        map.get().runs().train(pixels, place.threads(), Progress.asking(place::wanted), ends::addAll);
        return ends;
    }
}
