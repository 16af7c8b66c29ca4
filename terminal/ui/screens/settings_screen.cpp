#include "terminal/ui/screens/settings_screen.hpp"

#include "terminal/ui/screens/barcode_test_screen.hpp"
#include "terminal/ui/screens/frame.hpp"

#include <array>
#include <optional>

namespace guitai::ui {
namespace {

constexpr std::int64_t fresh_ms{10 * 60'000};

struct Feed {
    std::string_view id;
    const char* icon{nullptr};
    std::string_view name;
    std::string line;
    Tone tone{Tone::primary};
    std::string_view state;
};

void draw_feed(Scene& scene, const Rect& box, const Feed& feed)
{
    Canvas& c{scene.canvas()};
    c.card(box);
    Rect in{box.inset(gap_m, gap_s)};
    const ToneColours colours{tone_colours(scene.colour(), feed.tone)};
    const Rect badge{in.cut_left(48.0F, gap_tile)};
    c.fill({badge.x, badge.mid_y() - 24.0F, 48.0F, 48.0F}, colours.soft, radius_s);
    c.icon(badge.middle(), feed.icon, colours.ink);
    const char* const sign{feed.tone == Tone::primary ? icon::check_circle : icon::warning};
    const Rect middle{in.x, box.mid_y() - 28.0F, in.w, 56.0F};
    const float pill{tag_width(c, sign, feed.state)};
    tag(c, {middle.right() - pill, middle.y + 14.0F}, feed.tone, sign, feed.state);
    c.text({middle.x, middle.y, middle.w - pill - gap_s, 28.0F}, Type::strong, scene.colour().ink, feed.name);
    c.text({middle.x, middle.y + 29.0F, middle.w, 26.0F}, Type::caption, scene.colour().ink_soft, feed.line);
}

Feed office_feed(const Scene& scene)
{
    const SyncView& sync{scene.view.sync};
    Feed feed{"settings.office", icon::cloud_done, scene.ui.word("settings.office"), {}, Tone::primary,
              scene.ui.word("settings.ok")};
    if (!scene.view.shop.has_office) {
        feed.icon = icon::storefront;
        feed.line = scene.ui.word("settings.no_office");
        return feed;
    }
    const bool fresh{sync.reached && scene.view.now_ms - sync.contact_at_ms < fresh_ms};
    feed.line = (sync.contact_at_ms == 0 ? std::string{scene.ui.word("time.never")}
                                         : age_text(scene.ui.words, scene.view.now_ms - sync.contact_at_ms)) +
                " · " + scene.ui.word("settings.waiting", sync.pending);
    if (fresh && sync.problem.empty()) return feed;
    feed.icon = sync.reached ? icon::cloud_queue : icon::cloud_off;
    feed.tone = sync.problem.empty() ? Tone::gold : Tone::danger;
    feed.state = scene.ui.word(sync.reached ? "settings.old" : "settings.offline");
    return feed;
}

std::array<Feed, 6> feeds_of(const Scene& scene)
{
    const TillView& view{scene.view};
    const Ui& ui{scene.ui};
    const std::string_view ok{ui.word("settings.ok")};
    const bool paper_fine{view.printer_trouble == PrinterTrouble::none};
    const Feed printer{"settings.printer", icon::print, ui.word("settings.printer"),
                       ui.word("settings.jobs", view.print_jobs), paper_fine ? Tone::primary : Tone::gold,
                       paper_fine ? ok : ui.word(trouble_key(view.printer_trouble))};
    const bool news{view.sync.office_head > view.sync.cursor};
    const Feed down{"settings.news", icon::inventory_2, ui.word("settings.news"),
                    view.shop.has_office
                        ? ui.word("settings.news_line", count_text(view.sync.cursor), count_text(view.sync.office_head))
                        : std::string{ui.word("settings.own_books")},
                    news ? Tone::gold : Tone::primary, news ? ui.word("settings.catching_up") : ok};
    const bool fork{!view.sync.problem.empty()};
    const Feed journal{"settings.journal", icon::verified_user, ui.word("settings.journal"),
                       fork ? refusal_words(scene, view.sync.problem, {})
                            : std::string{ui.word("settings.journal_line")},
                       fork ? Tone::danger : Tone::primary, fork ? ui.word("settings.look_at") : ok};
    const Feed goods{"settings.goods", icon::checkroom, ui.word("settings.goods"),
                     ui.word("settings.goods_line", count_text(view.catalogue.styles)), Tone::primary, ok};
    const Feed shop{"settings.about", icon::storefront,
                    ui.word("settings.about"),
                    view.shop.name + " · " + view.shop.store.text + " · " +
                        (view.shop.training ? std::string{ui.word("settings.training")}
                                            : ui.word("settings.till", view.shop.till)),
                    view.shop.test ? Tone::gold : Tone::primary, view.shop.test ? ui.word("app.test") : ok};
    return {office_feed(scene), down, printer, goods, journal, shop};
}

// Points of a process that was not shut down in order: only a person can say that no copy of this till runs.
void draw_resting_points(Scene& scene, Rect& page)
{
    Ui& ui{scene.ui};
    const std::size_t resting{scene.view.leases.dormant.size()};
    if (resting == 0) return;
    const std::string text{ui.word("leases.resting", resting)};
    const std::string_view action{ui.word("leases.vouch")};
    const Rect box{page.cut_top(banner_height(scene.canvas(), page.w, text, action), 14.0F)};
    if (banner(ui, "settings.vouch", box, Tone::gold, icon::stars, text, action))
        scene.push(VouchLeases{std::string{ui.word("leases.only_machine")}});
}

void draw_trouble(Scene& scene, Rect& page)
{
    const TillView& view{scene.view};
    Ui& ui{scene.ui};
    if (const std::string text{printer_words(scene)}; !text.empty()) {
        const Rect box{page.cut_top(banner_height(scene.canvas(), page.w, text, {}), 14.0F)};
        (void)banner(ui, "settings.paper", box, Tone::gold, icon::warning, text);
    }
    if (!view.shop.has_office || (view.sync.reached && view.sync.problem.empty())) return;
    const std::string text{view.sync.problem.empty() ? std::string{ui.word("sync.not_reached")}
                                                     : refusal_words(scene, view.sync.problem, {})};
    const std::string_view action{ui.word("sync.now")};
    const Rect box{page.cut_top(banner_height(scene.canvas(), page.w, text, action), 14.0F)};
    if (banner(ui, "settings.sync_now", box, view.sync.problem.empty() ? Tone::gold : Tone::danger, icon::cloud_off,
               text, action))
        scene.push(SyncNow{});
}

// A heading and a segmented choice under it; the segment tapped.
template <std::size_t count>
std::optional<int> draw_choice(Scene& scene, Rect& in, std::string_view id, std::string_view heading,
                               const std::array<std::string_view, count>& words, int chosen)
{
    scene.canvas().text(in.cut_top(28.0F, 4.0F), Type::strong, scene.colour().ink, scene.ui.word(heading));
    const int tapped{segmented(scene.ui, id, in.cut_top(56.0F, page_margin), words, chosen)};
    return tapped < 0 ? std::nullopt : std::optional<int>{tapped};
}

void draw_choices(Scene& scene, LookSettings& look, Rect in)
{
    const Ui& ui{scene.ui};
    const std::array<std::string_view, 2> languages{"中文", "English"};
    if (const auto tapped = draw_choice(scene, in, "settings.language", "settings.language", languages,
                                        static_cast<int>(look.language)))
        look.language = static_cast<Language>(*tapped);
    const std::array<std::string_view, 3> themes{ui.word("settings.light"), ui.word("settings.dark"),
                                                 ui.word("settings.by_time")};
    if (const auto tapped = draw_choice(scene, in, "settings.theme", "settings.look", themes,
                                        static_cast<int>(look.theme)))
        look.theme = static_cast<ThemeChoice>(*tapped);
    const std::array<std::string_view, 3> sizes{ui.word("settings.size.normal"), ui.word("settings.size.large"),
                                                ui.word("settings.size.largest")};
    if (const auto tapped = draw_choice(scene, in, "settings.size", "settings.text_size", sizes,
                                        static_cast<int>(look.text_size)))
        look.text_size = static_cast<TextSize>(*tapped);
    const std::array<std::string_view, 2> hands{ui.word("settings.hand.left"), ui.word("settings.hand.right")};
    if (const auto tapped = draw_choice(scene, in, "settings.hand", "settings.hand", hands,
                                        look.hand == Hand::left ? 0 : 1))
        look.hand = *tapped == 0 ? Hand::left : Hand::right;
}

} // namespace

Go draw_settings(Scene& scene, LookSettings& look, Rect page)
{
    const Measures measures{measures_of(scene.ui.page)};
    page = page.inset(page_margin, 0.0F);
    if (scene.view.barcode_test.on) {
        draw_barcode_test(scene, page);
        return Go::stay;
    }
    (void)draw_head(scene, page, scene.ui.word("settings.title"));
    page.cut_bottom(page_margin);
    const Rect side{page.cut_near(scene.ui.hand, measures.narrow ? 384.0F : 408.0F, page_margin)};
    draw_banner(scene, page);
    draw_trouble(scene, page);
    draw_resting_points(scene, page);
    draw_first_sync(scene, page);
    const std::array<Feed, 6> feeds{feeds_of(scene)};
    const int across{page.w < 560.0F ? 1 : 2};
    const int down{6 / across};
    for (int i{0}; i < 6; ++i)
        draw_feed(scene, page.cell(i % across, across, i / across, down, gap_tile), feeds[static_cast<std::size_t>(i)]);

    scene.canvas().card(side);
    Rect in{side.inset(page_margin, gap_m)};
    const Rect out{in.cut_bottom(60.0F, gap_tile)};
    const Rect row{in.cut_bottom(60.0F, gap_m)};
    const Rect codes{row.cell(0, 2, 0, 1, gap_s)};
    const Rect practice{row.cell(1, 2, 0, 1, gap_s)};
    draw_choices(scene, look, in);
    if (button(scene.ui, "settings.barcodes", codes,
               {.icon = icon::qr_code_scanner, .label = scene.ui.word("settings.barcodes")}))
        scene.push(BeginBarcodeTest{});
    const bool training{scene.view.shop.training};
    if (button(scene.ui, "settings.practice", practice,
               {.icon = icon::school,
                .label = scene.ui.word(training ? "settings.end_practice" : "settings.practice"),
                .enabled = scene.view.cart.lines.empty()}))
        return Go::practice;
    if (button(scene.ui, "settings.sign_out", out, {.icon = icon::logout, .label = scene.ui.word("sign_in.change")}))
        return Go::back;
    return Go::stay;
}

} // namespace guitai::ui
