//! How long the page takes, printed as medians: `cargo test --test page speed:: -- --nocapture`. The machine decides the
//! figures, so only what is far off fails.

use super::browser::{Case, Tab};
use serde_json::{Value, json};

/// The cases of this file.
pub(crate) const CASES: &[Case] = &[("speed::from_paste_to_screen", speed)];

const PARAGRAPH: &str = "Menteri Luar Negeri Retno Marsudi bertemu wakil ASEAN di Jakarta pada Selasa, 9 Januari 2024, dua hari lalu. \
    Pertemuan itu berlangsung tertutup dan tidak menghasilkan pernyataan bersama, tetapi kedua pihak sepakat untuk \
    berbicara lagi dengan daftar masalah yang lebih pendek, tanpa perantara, dan dengan lebih banyak waktu.\n\n";

fn article(characters: usize) -> String {
    let body = PARAGRAPH.repeat(characters / PARAGRAPH.len());
    format!("Pertemuan di Jakarta\n\nRabu, 10 Januari 2024 11:25 WIB\n\n{body}")
}

/// Milliseconds from asking to the first marks on the screen, to all of them, and the longest task meanwhile.
const READ: &str = "
    const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    const article = document.querySelector('#article');
    const box = document.querySelector('#paste');
    const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];
    const runs = [];
    for (let run = 0; run < 7; run += 1) {
        let longest = 0;
        const tasks = new PerformanceObserver(list => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); });
        tasks.observe({ type: 'longtask' });
        document.querySelector('#fresh').click();
        box.value = given;
        await frame();
        const start = performance.now();
        const shown = new Promise(resolve => {
            new MutationObserver((_, observer) => {
                if (document.body.dataset.state !== 'reading' || !article.querySelector('[data-id]')) return;
                observer.disconnect();
                resolve();
            }).observe(article, { childList: true, subtree: true });
        });
        document.querySelector('#run').click();
        await shown;
        await frame();
        const first = performance.now() - start;
        while (article.ariaBusy === 'true') await frame();
        runs.push({ first, all: performance.now() - start, longest });
        await frame();
        tasks.disconnect();
    }
    // The first run warms up.
    const of = name => Math.round(median(runs.slice(1).map(run => run[name])));
    return { first: of('first'), all: of('all'), longest: of('longest'), stats: document.querySelector('#stats').textContent };";

const RECLOCK: &str = "
    const session = await import('/session.js');
    const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];
    const runs = [];
    for (let run = 0; run < 9; run += 1) {
        const start = performance.now();
        await session.setClocks({ published: `2024-02-${10 + run}T11:25+07:00` });
        runs.push(performance.now() - start);
    }
    return [Math.round(median(runs.slice(1))), session.currentView().document.timexes.length];";

fn speed(tab: &Tab) {
    for (name, characters, most) in [("10 kB", 10_000, 3000), ("1 MB", 1_000_000, 20_000)] {
        let took = tab
            .run_async(READ, json!(article(characters)))
            .expect("it is drawn");
        eprintln!(
            "{name}: first marks {} ms, all {} ms, longest task {} ms; the last run: {}",
            took["first"], took["all"], took["longest"], took["stats"]
        );
        assert!(took["first"].as_u64() < Some(most), "{took}");
    }
    tab.run_async(READ, json!(article(500 * PARAGRAPH.len())))
        .expect("it is drawn");
    let took = tab
        .run_async(RECLOCK, Value::Null)
        .expect("the times are counted");
    eprintln!("another clock for {} times: {} ms, drawn", took[1], took[0]);
    assert!(took[0].as_u64() < Some(3000), "{took}");
}
