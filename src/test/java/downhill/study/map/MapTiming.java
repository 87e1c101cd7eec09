package downhill.study.map;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.Experiment;
import downhill.study.Recipe;
import downhill.study.Studies;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import java.util.List;

/** Measures a map of 128 by 128 runs of 200 steps of the perceptron of iris; run by hand. */
final class MapTiming {
    private static final int SIZE = 128;

    private MapTiming() {
    }

    public static void main(String[] arguments) {
        Experiment iris = Studies.iris(200);
        Prepared rows = Studies.rows(iris);
        MapAxis rate = MapAxis.of(VaryText.read("learningRate=1e-4..10:log"), SIZE);
        for (String other : List.of("beta1=0..0.99", "l2=1e-6..1:log")) {
            MapAxis up = MapAxis.of(VaryText.read(other), SIZE);
            Recipe recipe = new Recipe(iris, InputShape.of(4), new SearchSpace(List.of(rate.knob(), up.knob())), RuleLibrary.complete(),
                    text -> Schedule.CONSTANT);
            long begin = System.nanoTime();
            new Trainability(recipe, rate, up, 200, data -> rows, RuleLibrary.complete(), 2).draw(Progress.NONE, map ->
                    System.out.printf("%s %.1f s%n", map.complete() ? "all" : "coarse", (System.nanoTime() - begin) * 1e-9));
        }
    }
}
