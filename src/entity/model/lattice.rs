//! Scores of a sentence → its best labels, and how probable every label is.

#![expect(
    clippy::indexing_slicing,
    reason = "the inner loops over labels; every row has one cell a label"
)]

/// The scores of a sentence: a row of labels for every token, and of transitions between labels.
#[derive(Clone, Debug)]
pub(super) struct Lattice<'m> {
    pub(super) labels: usize,
    /// `labels` cells a token.
    pub(super) states: Vec<f32>,
    /// From row to column; the last row is the start of the sentence.
    pub(super) transitions: &'m [f32],
    /// The same as factors.
    pub(super) steps: &'m [f32],
}

/// Probabilities of labels, and of pairs of labels where they were asked for.
#[derive(Debug, Default)]
pub(super) struct Marginals {
    /// `labels` cells a token.
    pub(super) states: Vec<f32>,
    /// Expected counts, laid out as the transitions are.
    pub(super) transitions: Vec<f32>,
}

impl Lattice<'_> {
    fn len(&self) -> usize {
        self.states.len() / self.labels.max(1)
    }

    fn row(&self, at: usize) -> &[f32] {
        &self.states[at * self.labels..(at + 1) * self.labels]
    }

    /// The labels of the best path.
    pub(super) fn best(&self) -> Vec<usize> {
        let (n, width) = (self.len(), self.labels);
        if n == 0 {
            return Vec::new();
        }
        let start = &self.transitions[width * width..];
        let mut score: Vec<f32> = self.row(0).iter().zip(start).map(|(a, b)| a + b).collect();
        let mut back = vec![0_u8; n * width];
        let mut next = vec![0.0; width];
        for at in 1..n {
            next.fill(f32::NEG_INFINITY);
            for (from, reached) in score.iter().enumerate() {
                let step = &self.transitions[from * width..(from + 1) * width];
                for to in 0..width {
                    let sum = reached + step[to];
                    if sum > next[to] {
                        next[to] = sum;
                        back[at * width + to] = u8::try_from(from).unwrap_or_default();
                    }
                }
            }
            for (cell, state) in next.iter_mut().zip(self.row(at)) {
                *cell += state;
            }
            std::mem::swap(&mut score, &mut next);
        }
        let best = score.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
        let mut label = best.map_or(0, |(label, _)| label);
        let mut path = vec![0; n];
        for at in (0..n).rev() {
            path[at] = label;
            label = usize::from(back[at * width + label]);
        }
        path
    }

    /// Forward–backward, with every row scaled to one so that nothing runs out of range.
    pub(super) fn marginals(&self, pairs: bool) -> Marginals {
        let (n, width) = (self.len(), self.labels);
        let steps = self.steps;
        let mut weights = vec![0.0_f32; n * width];
        for at in 0..n {
            let row = self.row(at);
            let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            for (cell, score) in weights[at * width..].iter_mut().zip(row) {
                *cell = (score - top).exp();
            }
        }
        let mut forward = vec![0.0_f32; n * width];
        let mut row = vec![0.0_f32; width];
        for at in 0..n {
            if at == 0 {
                row.copy_from_slice(&steps[width * width..]);
            } else {
                row.fill(0.0);
                for from in 0..width {
                    let reached = forward[(at - 1) * width + from];
                    if reached > 1e-12 {
                        let step = &steps[from * width..(from + 1) * width];
                        for to in 0..width {
                            row[to] += reached * step[to];
                        }
                    }
                }
            }
            let cells = &mut forward[at * width..(at + 1) * width];
            for to in 0..width {
                cells[to] = row[to] * weights[at * width + to];
            }
            normalise(cells);
        }
        let mut found = Marginals {
            states: forward.clone(),
            transitions: vec![0.0; if pairs { steps.len() } else { 0 }],
        };
        let mut backward = vec![1.0_f32; width];
        let mut ahead = vec![0.0_f32; width];
        for at in (0..n).rev() {
            let cells = &mut found.states[at * width..(at + 1) * width];
            for (cell, back) in cells.iter_mut().zip(&backward) {
                *cell *= back;
            }
            normalise(cells);
            if pairs && at == 0 {
                for (cell, state) in found.transitions[width * width..].iter_mut().zip(&*cells) {
                    *cell += state;
                }
            }
            if at == 0 {
                break;
            }
            for to in 0..width {
                ahead[to] = backward[to] * weights[at * width + to];
            }
            if pairs {
                let reached = &forward[(at - 1) * width..at * width];
                let mut all = 0.0;
                for from in 0..width {
                    for to in 0..width {
                        all += reached[from] * steps[from * width + to] * ahead[to];
                    }
                }
                let scale = 1.0 / all.max(f32::MIN_POSITIVE);
                for from in 0..width {
                    for to in 0..width {
                        found.transitions[from * width + to] +=
                            reached[from] * steps[from * width + to] * ahead[to] * scale;
                    }
                }
            }
            for from in 0..width {
                let step = &steps[from * width..(from + 1) * width];
                backward[from] = step.iter().zip(&ahead).map(|(a, b)| a * b).sum();
            }
            normalise(&mut backward);
        }
        found
    }
}

fn normalise(row: &mut [f32]) {
    let sum: f32 = row.iter().sum();
    if sum > 0.0 && sum.is_finite() {
        for cell in row {
            *cell /= sum;
        }
    }
}
