package downhill.model;

import tools.jackson.databind.JsonNode;

/** The updates of torch.optim that the recorded models need, as plainly as can be. */
final class TorchUpdate {
    private final JsonNode options;
    private final double[] first;
    private final double[] second;
    private int step;

    TorchUpdate(JsonNode options, int count) {
        this.options = options;
        this.first = new double[count];
        this.second = new double[count];
    }

    void apply(double[] parameters, double[] gradient) {
        step++;
        for (int i = 0; i < parameters.length; i++) {
            parameters[i] -= option("learningRate", 0.01) * direction(i, gradient[i]);
        }
    }

    private double direction(int i, double g) {
        return switch (options.get("name").asString()) {
            case "sgd" -> first[i] = option("momentum", 0) * first[i] + g;
            case "rmsprop" -> {
                second[i] = option("alpha", 0.99) * second[i] + (1 - option("alpha", 0.99)) * g * g;
                yield g / (Math.sqrt(second[i]) + option("epsilon", 1e-8));
            }
            case "adam" -> adam(i, g);
            default -> throw new IllegalArgumentException(options.toString());
        };
    }

    private double adam(int i, double g) {
        double beta1 = option("beta1", 0.9);
        double beta2 = option("beta2", 0.999);
        first[i] = beta1 * first[i] + (1 - beta1) * g;
        second[i] = beta2 * second[i] + (1 - beta2) * g * g;
        double mean = first[i] / (1 - Math.pow(beta1, step));
        double deviation = Math.sqrt(second[i] / (1 - Math.pow(beta2, step)));
        return mean / (deviation + option("epsilon", 1e-8));
    }

    private double option(String name, double otherwise) {
        return options.has(name) ? options.get(name).asDouble() : otherwise;
    }
}
