#include "terminal/ui/screens/barcode_test_screen.hpp"

#include "terminal/ui/phrases.hpp"
#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"

#include <algorithm>

namespace guitai::ui {
namespace {

constexpr float fact_height{30.0F};

std::string kind_words(const Scene& scene, const ScanView& scan)
{
    return std::string{scene.ui.word("barcodes.kind." + scan.kind)};
}

// What a scan of it would do at the counter.
std::string outcome(const Scene& scene, const ScanView& scan)
{
    if (!scan.code.empty()) return refusal_words(scene, scan.code, scan.detail);
    if (scan.sku.empty()) return {};
    std::string said{name_in(scene.ui.words, scan.name, scan.name_en)};
    if (!scan.variant.empty()) said += " " + variant_in(scene.ui.words, scan.variant);
    said += " × " + text_of(scan.quantity);
    if (!scan.price.is_zero()) said += " · " + scene.ui.word("barcodes.label_price", money_text(scan.price));
    return said;
}

std::string listed(const std::vector<std::string>& codes)
{
    std::string all;
    for (const std::string& code : codes) all += (all.empty() ? "" : " → ") + code;
    return all;
}

void draw_fact(Scene& scene, Rect& in, std::string_view name, std::string_view value)
{
    Rect row{in.cut_top(fact_height)};
    scene.canvas().text(row.cut_left(200.0F, gap_m), Type::body, scene.colour().ink_soft, name);
    scene.canvas().text(row, Type::body, scene.colour().ink, value);
}

float card_height(const ScanView& scan)
{
    const std::size_t facts{scan.facts.size() + 1 + (scan.rule.empty() ? 0U : 1U)};
    return 148.0F + fact_height * static_cast<float>(facts);
}

void draw_last(Scene& scene, const Rect& box, const ScanView& scan)
{
    Canvas& c{scene.canvas()};
    c.card(box);
    Rect in{box.inset(gap_l, gap_m)};
    Rect head{in.cut_top(36.0F, gap_s)};
    const std::string kind{kind_words(scene, scan)};
    const Rect pill{head.cut_right(tag_width(c, icon::qr_code_scanner, kind), gap_m)};
    tag(c, {pill.x, pill.mid_y()}, Tone::info, icon::qr_code_scanner, kind);
    c.text(head, Type::title, scene.colour().ink, scan.scanned);
    const bool sells{scan.code.empty() && !scan.sku.empty()};
    const bool plain{scan.code.empty() && scan.sku.empty()};
    Rect said{in.cut_top(44.0F, gap_m)};
    const std::string_view verdict{scene.ui.word(sells ? "barcodes.would_sell" : "barcodes.would_refuse")};
    if (!plain) {
        const char* const sign{sells ? icon::check_circle : icon::block};
        const Rect at{said.cut_left(tag_width(c, sign, verdict), gap_m)};
        tag(c, {at.x, at.mid_y()}, sells ? Tone::primary : Tone::gold, sign, verdict);
        c.text(said, Type::strong, scene.colour().ink, outcome(scene, scan));
    }
    for (const ScanFact& fact : scan.facts) draw_fact(scene, in, scene.ui.word(fact.what), fact.value);
    if (!scan.rule.empty()) draw_fact(scene, in, scene.ui.word("barcodes.rule"), scan.rule);
    draw_fact(scene, in, scene.ui.word("barcodes.looked_for"), listed(scan.codes));
}

void draw_earlier(Scene& scene, Rect page)
{
    const std::vector<ScanView>& seen{scene.view.barcode_test.seen};
    for (std::size_t at{1}; at < seen.size() && page.h >= row_height; ++at) {
        const ScanView& scan{seen[at]};
        const bool good{scan.code.empty()};
        const std::string note{outcome(scene, scan)};
        const std::string kind{kind_words(scene, scan)};
        plain_row(scene.ui, page.cut_top(row_height),
                  {.icon = good ? icon::check_circle : icon::block,
                   .tone = good ? Tone::primary : Tone::gold,
                   .title = scan.scanned,
                   .note = note,
                   .figure = kind});
    }
}

} // namespace

void draw_barcode_test(Scene& scene, Rect page)
{
    Ui& ui{scene.ui};
    const Go go{draw_head_back(scene, page, "barcodes.back", ui.word("barcodes.title"), ui.word("barcodes.line"))};
    if (go == Go::back) scene.push(EndBarcodeTest{});
    page.cut_bottom(page_margin);
    const std::vector<ScanView>& seen{scene.view.barcode_test.seen};
    if (seen.empty()) {
        empty_state(scene.canvas(), page, icon::qr_code_scanner, ui.word("barcodes.empty"),
                    ui.word("barcodes.empty_line"));
        return;
    }
    draw_last(scene, page.cut_top(std::min(card_height(seen.front()), page.h), gap_m), seen.front());
    draw_earlier(scene, page);
}

} // namespace guitai::ui
