//! Where the words of a printed document stand: as much of PDF (ISO 32000-2, 7.8 and 9.4) as Chromium writes.

use std::io::Read;

use flate2::read::ZlibDecoder;

/// A sheet of A4 in points, a 72nd of an inch: its width and height.
const SHEET: [f64; 2] = [594.96, 841.92];

/// The margins of `print.css` above and below, in points.
const MARGINS: [f64; 2] = [39.7, 36.9];

/// Where what a sheet shows begins in the document: its leaf of the tree of pages, whose knots are of the type `/Pages`.
fn leaves(pdf: &[u8]) -> impl Iterator<Item = usize> {
    (0..pdf.len()).filter(|at| pdf[*at..].starts_with(b"/Type /Page") && !pdf[*at..].starts_with(b"/Type /Pages"))
}

/// How many sheets a printed document has.
pub fn count(pdf: &[u8]) -> usize {
    leaves(pdf).count()
}

/// How far down words stand in the left and the right half of each sheet, as a share of its height between the margins,
/// from 0 to 1.
///
/// # Panics
///
/// Where the document is not what Chromium writes.
pub fn filled(pdf: &[u8]) -> Vec<[f64; 2]> {
    leaves(pdf)
        .map(|leaf| {
            let mut lowest = [0.0_f64; 2];
            for [x, y] in words(&content(pdf, leaf)) {
                let down = (SHEET[1] - y - MARGINS[0]) / (SHEET[1] - MARGINS[0] - MARGINS[1]);
                let half = usize::from(x > SHEET[0] / 2.0);
                if (0.0..=1.0).contains(&down) {
                    lowest[half] = lowest[half].max(down);
                }
            }
            lowest
        })
        .collect()
}

/// What draws the sheet whose leaf stands there.
fn content(pdf: &[u8], leaf: usize) -> String {
    let after = |start: usize, words: &[u8]| {
        let at = pdf[start..].windows(words.len()).position(|part| part == words);
        start + at.unwrap_or_else(|| panic!("no {}", String::from_utf8_lossy(words))) + words.len()
    };
    let number: Vec<u8> = pdf[after(leaf, b"/Contents ")..].iter().copied().take_while(u8::is_ascii_digit).collect();
    let object = after(0, &[b"\n", &number[..], b" 0 obj"].concat());
    let mut drawing = Vec::new();
    ZlibDecoder::new(&pdf[after(object, b"stream\n")..]).read_to_end(&mut drawing).unwrap();
    String::from_utf8_lossy(&drawing).into_owned()
}

/// Where each run of words begins, in points from the left and from below.
fn words(drawing: &str) -> Vec<[f64; 2]> {
    let (mut seen, mut operands) = (Vec::new(), Vec::new());
    let (mut matrix, mut kept) = ([1.0, 0.0, 0.0, 1.0, 0.0, 0.0], Vec::new());
    for token in drawing.split_ascii_whitespace() {
        if let Ok(number) = token.parse::<f64>() {
            operands.push(number);
            continue;
        }
        let last = operands.last_chunk::<6>().copied();
        match (token, last) {
            ("q", _) => kept.push(matrix),
            ("Q", _) => matrix = kept.pop().unwrap(),
            ("cm", Some(change)) => matrix = product(change, matrix),
            ("Tm", Some(text)) => {
                let [.., x, y] = product(text, matrix);
                seen.push([x, y]);
            }
            _ => {}
        }
        operands.clear();
    }
    seen
}

/// What the first of two matrices does and then the second.
fn product(first: [f64; 6], then: [f64; 6]) -> [f64; 6] {
    let turned = |x: f64, y: f64| [x * then[0] + y * then[2], x * then[1] + y * then[3]];
    let ([a, b], [c, d], [e, f]) =
        (turned(first[0], first[1]), turned(first[2], first[3]), turned(first[4], first[5]));
    [a, b, c, d, e + then[4], f + then[5]]
}
