package downhill.model;

import downhill.words.Said;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What the rows of each class count for in a loss: a factor of the row's own weight. */
public sealed interface ClassWeights extends Serializable {
    /** Bounds of a weight: beyond them a loss in float32 would lose rows. */
    double LEAST = 1e-9;
    /** The other bound. */
    double MOST = 1e9;

    /**
     * The weights in the order of the classes.
     *
     * @param classes their names
     * @param sums    sum of the weights of the training rows of each class; their number where rows have none
     * @throws ModelException where a class is named that is not there
     */
    double[] of(List<String> classes, double[] sums);

    /**
     * n / (k·n_c) with n all rows, n_c those of the class and k the number of classes that occur (scikit-learn's {@code balanced}), so that
     * each class counts the same in all; 1 for a class without rows.
     */
    record Balanced() implements ClassWeights {
        @Override
        public double[] of(List<String> classes, double[] sums) {
            double all = Arrays.stream(sums).sum();
            long occurring = Arrays.stream(sums).filter(sum -> sum > 0).count();
            return Arrays.stream(sums).map(sum -> sum > 0 ? all / (occurring * sum) : 1).toArray();
        }
    }

    /**
     * Given by the name of the class; 1 for one that is not named.
     *
     * @param byClass each from 1e-9 to 1e9
     */
    record Given(Map<String, Double> byClass) implements ClassWeights {
        public Given {
            byClass = Map.copyOf(new LinkedHashMap<>(byClass));
            byClass.forEach(Given::check);
        }

        private static void check(String name, double weight) {
            if (!(weight >= LEAST && weight <= MOST)) {
                throw new ModelException(Said.of("model.classes.weight", name, LEAST, MOST, weight));
            }
        }

        @Override
        public double[] of(List<String> classes, double[] sums) {
            double[] weights = classes.stream().mapToDouble(name -> 1).toArray();
            Set<Integer> named = new HashSet<>();
            new TreeMap<>(byClass).forEach((name, weight) -> {
                int index = index(name, classes);
                if (!named.add(index)) {
                    throw new ModelException(Said.of("model.classes.again", classes.get(index)));
                }
                weights[index] = weight;
            });
            return weights;
        }

        /** By the name as it is, else by one that differs in case only, since truth values are read in small letters. */
        private static int index(String name, List<String> classes) {
            int exact = classes.indexOf(name);
            int[] alike = IntStream.range(0, classes.size()).filter(i -> classes.get(i).equalsIgnoreCase(name)).toArray();
            if (exact < 0 && alike.length != 1) {
                throw new ModelException(Said.of("model.classes.unknown", name, String.join(", ", classes)));
            }
            return exact < 0 ? alike[0] : exact;
        }
    }
}
