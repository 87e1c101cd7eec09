package downhill.optim;

/** How a hyperparameter is set by hand: on a linear slider, a logarithmic one, or by a switch (0 off, 1 on). */
public enum Scale {
    LINEAR, LOG, SWITCH
}
