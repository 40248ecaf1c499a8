//! usage: tinct-quantette srgb|oklab K REPS OUTDIR IMAGE...
//!
//! Prints method,k,image,width,height,median ms,best ms, from pixels to indices, without dithering, on all processors.
//! Writes OUTDIR/IMAGE.png, the result, and for oklab OUTDIR/IMAGE.txt, the palette before it is rounded, a line each.
//! srgb is Wu's start and K-means on 8-bit sRGB, what Pipeline does in Oklab otherwise; oklab is Pipeline itself.
use quantette::deps::palette::Srgb;
use quantette::kmeans::{Kmeans, KmeansOptions};
use quantette::wu::{BinnerU8x3, WuU8x3};
use quantette::{ImageBuf, IndexedImage, PaletteSize, Pipeline, QuantizeMethod};
use std::time::Instant;

fn srgb(picture: &ImageBuf<Srgb<u8>>, k: PaletteSize) -> IndexedImage<Srgb<u8>> {
    let start = WuU8x3::run_image_par(picture.as_ref(), BinnerU8x3::rgb()).unwrap().palette(k);
    let found = Kmeans::run_image_par(picture.as_ref(), start, KmeansOptions::new());
    picture.map_to_indexed(found.into_parallel_color_map())
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    let (space, k, out) = (args[1].as_str(), args[2].parse::<u16>().unwrap(), &args[4]);
    let size: PaletteSize = k.try_into().unwrap();
    for file in &args[5..] {
        let picture = ImageBuf::try_from(image::open(file).unwrap().into_rgb8()).unwrap();
        let name = std::path::Path::new(file).file_stem().unwrap().to_str().unwrap();
        let (width, height) = picture.dimensions();
        let (mut times, mut colors, mut indices) = (vec![], vec![], vec![]);
        for _ in 0..args[3].parse::<usize>().unwrap() {
            let start = Instant::now();
            if space == "srgb" {
                let result = srgb(&picture, size);
                times.push(start.elapsed().as_secs_f64() * 1e3);
                (colors, indices) = result.into_parts();
            } else {
                let result = Pipeline::new()
                    .palette_size(size)
                    .quantize_method(QuantizeMethod::kmeans())
                    .ditherer(None)
                    .parallel(true)
                    .input_image(picture.as_ref())
                    .output_oklab_indexed_image();
                times.push(start.elapsed().as_secs_f64() * 1e3);
                let lines: Vec<String> =
                    result.palette().iter().map(|c| format!("{} {} {}", c.l, c.a, c.b)).collect();
                std::fs::write(format!("{out}/{name}.txt"), lines.join("\n")).unwrap();
                colors = quantette::color_space::oklab_to_srgb8(result.palette());
                indices = result.into_parts().1;
            }
        }
        times.sort_by(f64::total_cmp);
        let pixels: Vec<u8> =
            indices.iter().flat_map(|&i: &u8| <[u8; 3]>::from(colors[i as usize])).collect();
        image::save_buffer(format!("{out}/{name}.png"), &pixels, width, height, image::ColorType::Rgb8).unwrap();
        println!("quantette-{space},{k},{name},{width},{height},{:.2},{:.2}", times[times.len() / 2], times[0]);
    }
}
