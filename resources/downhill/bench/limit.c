/* The limit that an engine can be held against: a network of 2-16-16-1 with tanh, 32 rows a step drawn from 1024, mean square and Adam,
   written for these very sizes. Prints microseconds a step, the least of twelve tries.
   cc -O3 -march=native -ffast-math -o limit limit.c -lm */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

enum { ROWS = 1024, BATCH = 32, IN = 2, HIDDEN = 16, TRIES = 12, STEPS = 20000 };
enum { W1 = 0, B1 = W1 + IN * HIDDEN, W2 = B1 + HIDDEN, B2 = W2 + HIDDEN * HIDDEN, W3 = B2 + HIDDEN, B3 = W3 + HIDDEN, COUNT = B3 + 1 };

static float inputs[ROWS][IN], wanted[ROWS];
static float theta[COUNT], gradient[COUNT], first[COUNT], second[COUNT];
static float x[BATCH][IN], y[BATCH], h1[BATCH][HIDDEN], h2[BATCH][HIDDEN], d1[BATCH][HIDDEN], d2[BATCH][HIDDEN], error[BATCH];
static uint64_t state = 1;

static uint32_t draw(void) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t) (state >> 33);
}

static float uniform(void) {
    return (float) (draw() % 20001) / 10000 - 1;
}

static double microseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1e6 + now.tv_nsec * 1e-3;
}

static void take(void) {
    for (int b = 0; b < BATCH; b++) {
        uint32_t row = draw() % ROWS;
        x[b][0] = inputs[row][0];
        x[b][1] = inputs[row][1];
        y[b] = wanted[row];
    }
}

static void bend(float *values) {
    for (int i = 0; i < BATCH * HIDDEN; i++) {
        values[i] = tanhf(values[i]);
    }
}

static float forward(void) {
    float loss = 0;
    for (int b = 0; b < BATCH; b++) {
        for (int j = 0; j < HIDDEN; j++) {
            h1[b][j] = theta[B1 + j] + x[b][0] * theta[W1 + j] + x[b][1] * theta[W1 + HIDDEN + j];
        }
    }
    bend(&h1[0][0]);
    for (int b = 0; b < BATCH; b++) {
        float sum[HIDDEN];
        memcpy(sum, theta + B2, sizeof sum);
        for (int i = 0; i < HIDDEN; i++) {
            for (int j = 0; j < HIDDEN; j++) {
                sum[j] += h1[b][i] * theta[W2 + i * HIDDEN + j];
            }
        }
        memcpy(h2[b], sum, sizeof sum);
    }
    bend(&h2[0][0]);
    for (int b = 0; b < BATCH; b++) {
        float said = theta[B3];
        for (int j = 0; j < HIDDEN; j++) {
            said += h2[b][j] * theta[W3 + j];
        }
        error[b] = said - y[b];
        loss += error[b] * error[b] / BATCH;
        error[b] *= 2.0f / BATCH;
    }
    return loss;
}

static void backward(void) {
    float turned[HIDDEN][HIDDEN], products[HIDDEN][HIDDEN] = {{0}};
    memset(gradient, 0, sizeof gradient);
    for (int i = 0; i < HIDDEN; i++) {
        for (int j = 0; j < HIDDEN; j++) {
            turned[j][i] = theta[W2 + i * HIDDEN + j];
        }
    }
    for (int b = 0; b < BATCH; b++) {
        gradient[B3] += error[b];
        for (int j = 0; j < HIDDEN; j++) {
            gradient[W3 + j] += error[b] * h2[b][j];
            d2[b][j] = error[b] * theta[W3 + j] * (1 - h2[b][j] * h2[b][j]);
            gradient[B2 + j] += d2[b][j];
        }
        for (int i = 0; i < HIDDEN; i++) {
            for (int j = 0; j < HIDDEN; j++) {
                products[i][j] += h1[b][i] * d2[b][j];
            }
        }
    }
    memcpy(gradient + W2, products, sizeof products);
    for (int b = 0; b < BATCH; b++) {
        float sum[HIDDEN] = {0};
        for (int j = 0; j < HIDDEN; j++) {
            for (int i = 0; i < HIDDEN; i++) {
                sum[i] += d2[b][j] * turned[j][i];
            }
        }
        for (int i = 0; i < HIDDEN; i++) {
            d1[b][i] = sum[i] * (1 - h1[b][i] * h1[b][i]);
        }
    }
    for (int b = 0; b < BATCH; b++) {
        for (int j = 0; j < HIDDEN; j++) {
            gradient[B1 + j] += d1[b][j];
            gradient[W1 + j] += x[b][0] * d1[b][j];
            gradient[W1 + HIDDEN + j] += x[b][1] * d1[b][j];
        }
    }
}

static void adam(float *power1, float *power2) {
    *power1 *= 0.9f;
    *power2 *= 0.999f;
    float scale1 = 1 / (1 - *power1), scale2 = 1 / (1 - *power2);
    for (int i = 0; i < COUNT; i++) {
        first[i] = 0.9f * first[i] + 0.1f * gradient[i];
        second[i] = 0.999f * second[i] + 0.001f * gradient[i] * gradient[i];
        theta[i] -= 1e-3f * first[i] * scale1 / (sqrtf(second[i] * scale2) + 1e-8f);
    }
}

int main(void) {
    float power1 = 1, power2 = 1, loss = 0;
    double least = 1e18;
    for (int row = 0; row < ROWS; row++) {
        inputs[row][0] = uniform();
        inputs[row][1] = uniform();
        wanted[row] = inputs[row][0] * inputs[row][1];
    }
    for (int i = 0; i < COUNT; i++) {
        theta[i] = uniform() / 2;
    }
    for (int attempt = 0; attempt < TRIES; attempt++) {
        double begin = microseconds();
        for (int step = 0; step < STEPS; step++) {
            take();
            loss = forward();
            backward();
            adam(&power1, &power2);
        }
        double each = (microseconds() - begin) / STEPS;
        least = each < least ? each : least;
    }
    printf("%.3f\n%g\n", least, loss);
    return 0;
}
