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

/// Milliseconds from a paste to the first marks on the screen, to all of them, and the longest task until the page rests.
const READ: &str = "
    const frame = () => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
    const article = document.querySelector('#article');
    const data = new DataTransfer();
    data.setData('text/plain', given);
    document.querySelector('#fresh').click();
    await frame();
    await frame();
    let longest = 0;
    const tasks = new PerformanceObserver(list => { for (const { duration } of list.getEntries()) longest = Math.max(longest, duration); });
    tasks.observe({ type: 'longtask' });
    const start = performance.now();
    const shown = new Promise(resolve => {
        new MutationObserver((_, observer) => {
            if (document.body.dataset.state !== 'reading' || !article.querySelector('[data-id]')) return;
            observer.disconnect();
            resolve();
        }).observe(article, { childList: true, subtree: true });
    });
    // Firefox empties what a script puts into a ClipboardEvent.
    const paste = new Event('paste', { bubbles: true, cancelable: true });
    document.dispatchEvent(Object.assign(paste, { clipboardData: data }));
    await shown;
    await frame();
    const first = performance.now() - start;
    while (article.ariaBusy === 'true') await frame();
    const all = performance.now() - start;
    await frame();
    await frame();
    tasks.disconnect();
    return { first, all, longest };";

/// Milliseconds of the engine for other clocks, and until the values stand in the article; and how many they are.
const RECLOCK: &str = "
    const session = await import('/session.js');
    const engine = await import('/engine.js');
    const { ms } = await engine.resolve({ published: `2024-03-${given}T11:25+07:00`, captured: null, offset: null });
    const start = performance.now();
    await session.setClocks({ published: `2024-02-${given}T11:25+07:00` });
    return { engine: ms, drawn: performance.now() - start, times: session.currentView().document.timexes.length };";

/// Milliseconds that a correction holds up the page.
const CORRECT: &str = "
    const session = await import('/session.js');
    const { quoteOf } = await import('/quote.js');
    const view = session.currentView();
    const at = quoteOf(view.text, view.flat[100 + given]);
    const start = performance.now();
    session.apply([{ do: 'remove', at }]);
    return { correction: performance.now() - start };";

/// The median of each figure, of some runs after one that warms up.
fn medians(runs: u64, mut run: impl FnMut(u64) -> Value) -> Value {
    let runs: Vec<Value> = (0..=runs).map(&mut run).skip(1).collect();
    let names = runs.first().and_then(Value::as_object).expect("figures");
    let median = |name: &String| {
        let mut values: Vec<f64> = runs.iter().filter_map(|run| run[name].as_f64()).collect();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).map(|value| value.round())
    };
    names
        .keys()
        .map(|name| (name.clone(), json!(median(name))))
        .collect()
}

fn speed(tab: &Tab) {
    let read = |text: &str| tab.run_async(READ, json!(text)).expect("it is drawn");
    for (name, characters, most) in [("10 kB", 10_000, 3000.0), ("1 MB", 1_000_000, 20_000.0)] {
        let text = article(characters);
        let took = medians(5, |_| read(&text));
        eprintln!("{name}, milliseconds: {took}");
        assert!(took["first"].as_f64() < Some(most), "{took}");
    }
    let took = medians(5, |run| {
        tab.run_async(CORRECT, json!(run)).expect("it is corrected")
    });
    eprintln!("1 MB, milliseconds: {took}");
    read(&article(500 * PARAGRAPH.len()));
    let took = medians(8, |run| {
        tab.run_async(RECLOCK, json!(run + 10))
            .expect("the times are counted")
    });
    eprintln!("another clock, milliseconds: {took}");
    assert!(took["drawn"].as_f64() < Some(3000.0), "{took}");
}
