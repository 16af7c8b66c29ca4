#include "terminal/ui/screens/frame.hpp"

#include <array>

namespace guitai::ui {
namespace {

constexpr std::int64_t fresh_ms{10 * 60'000};
constexpr std::int64_t minute_ms{60'000};
constexpr float test_edge{4.0F};

struct Station {
    Go go;
    std::string_view id, word;
    const char* icon;
    Key key;
};
constexpr std::array<Station, 5> stations{{
    {Go::sell, "rail.sell", "nav.sell", icon::point_of_sale, Key::alt_1},
    {Go::orders, "rail.orders", "nav.orders", icon::local_shipping, Key::alt_2},
    {Go::members, "rail.members", "nav.members", icon::groups, Key::alt_3},
    {Go::shift, "rail.shift", "nav.shift", icon::savings, Key::alt_4},
    {Go::settings, "rail.more", "nav.more", icon::more_horiz, Key::alt_5},
}};

enum class Lamp { green, gold, off };

Lamp lamp_of(const Scene& scene)
{
    const SyncView& sync{scene.view.sync};
    if (!sync.reached || sync.contact_at_ms == 0) return Lamp::off;
    return scene.view.now_ms - sync.contact_at_ms < fresh_ms ? Lamp::green : Lamp::gold;
}

void draw_logo(Scene& scene, const Rect& rail)
{
    Canvas& c{scene.canvas()};
    const Rect mark{rail.mid_x() - 24.0F, rail.y + 12.0F, 48.0F, 48.0F};
    c.fill(mark, scene.colour().primary, radius_m);
    c.text(mark, Type::headline, scene.colour().on_primary, scene.ui.word("app.mark"), Align::centre);
}

bool draw_station(Scene& scene, const Rect& box, const Station& station, bool current)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const std::string_view word{scene.ui.word(station.word)};
    const Touch touch{touch_area(scene.ui, station.id, box, {.reach = 2.0F, .label = word, .shortcut = station.key})};
    if (current) c.fill(box, p.primary_soft, radius_m);
    if (touch.down > 0.0F) c.fill(box, faded(p.sunken, touch.down), radius_m);
    const ImU32 ink{current ? p.primary : p.ink_soft};
    c.icon({box.mid_x(), box.y + 26.0F}, station.icon, ink);
    c.text({box.x, box.y + 38.0F, box.w, 26.0F}, Type::caption, ink, word, Align::centre);
    const std::int64_t waiting{scene.view.orders.waiting};
    if (station.go == Go::orders && waiting > 0) {
        const std::string count{waiting > 99 ? "99+" : std::to_string(waiting)};
        const float wide{std::max(24.0F, c.width(Type::caption, count) + 14.0F)};
        const Rect badge{box.right() - wide - 2.0F, box.y + 4.0F, wide, 20.0F};
        c.fill(badge, p.info, 10.0F);
        c.text(badge, Type::caption, p.surface, count, Align::centre);
    }
    if (touch.focused) focus_ring(c, box.inset(3.0F), radius_m);
    shortcut_cap(scene.ui, {box.x, box.y, box.w - 4.0F, box.h}, station.key);
    return touch.tapped;
}

bool draw_person(Scene& scene, const Rect& rail)
{
    if (!scene.view.session.staff) return false;
    Canvas& c{scene.canvas()};
    const std::string& name{scene.view.session.staff->name.text};
    const Rect box{rail.x + 8.0F, rail.bottom() - 88.0F, rail.w - 16.0F, 80.0F};
    const Touch touch{touch_area(scene.ui, "rail.person", box, {.label = name})};
    if (touch.down > 0.0F) c.fill(box, faded(scene.colour().sunken, touch.down), radius_m);
    avatar(c, {box.mid_x(), box.y + 26.0F}, 20.0F, name, Tone::gold);
    c.text({box.x, box.y + 48.0F, box.w, 26.0F}, Type::caption, scene.colour().ink_soft, name, Align::centre);
    if (touch.focused) focus_ring(c, box.inset(3.0F), radius_m);
    return touch.tapped;
}

// All along the top: nobody mistakes practice for the shop.
void draw_test_edge(Scene& scene)
{
    scene.canvas().fill({scene.ui.page.x, scene.ui.page.y, scene.ui.page.w, test_edge}, scene.colour().save, 0.0F);
}

} // namespace

Measures measures_of(const Rect& page)
{
    if (page.w < 1100.0F) return {384.0F, 344.0F, true};
    if (page.w <= 1400.0F) return {424.0F, 424.0F, false};
    return {480.0F, 480.0F, false};
}

Go draw_rail(Scene& scene, Rect& page, Go current)
{
    Canvas& c{scene.canvas()};
    const Rect rail{page.cut_far(scene.ui.hand, rail_width)};
    c.fill(rail, scene.colour().surface, 0.0F);
    const float edge{scene.ui.hand == Hand::right ? rail.right() - 1.0F : rail.x};
    c.fill({edge, rail.y, 1.0F, rail.h}, scene.colour().line, 0.0F);
    draw_logo(scene, rail);
    Go go{Go::stay};
    float y{rail.y + 80.0F};
    for (const Station& station : stations) {
        if (draw_station(scene, {rail.x + 8.0F, y, rail.w - 16.0F, 68.0F}, station, station.go == current))
            go = station.go;
        y += 72.0F;
    }
    if (scene.view.shop.test) {
        const std::string_view word{scene.ui.word("app.test")};
        const float wide{tag_width(c, nullptr, word)};
        tag(c, {rail.mid_x() - wide / 2.0F, y + 16.0F}, Tone::danger, nullptr, word, 24.0F);
        draw_test_edge(scene);
    }
    return draw_person(scene, rail) ? Go::back : go;
}

std::string lamp_words(const Scene& scene, bool narrow)
{
    const Ui& ui{scene.ui};
    if (!scene.view.shop.has_office) return std::string{ui.word(narrow ? "lamp.alone_short" : "lamp.alone")};
    if (lamp_of(scene) == Lamp::off) return std::string{ui.word(narrow ? "lamp.offline_short" : "lamp.offline")};
    const std::string age{age_text(ui.words, scene.view.now_ms - scene.view.sync.contact_at_ms)};
    return narrow ? age : ui.word("lamp.office", age);
}

float lamp_width(const Scene& scene, bool narrow)
{
    return scene.canvas().width(Type::caption, lamp_words(scene, narrow)) + 30.0F;
}

bool draw_lamp(Scene& scene, const Rect& box, bool narrow)
{
    Canvas& c{scene.canvas()};
    const Palette& p{scene.colour()};
    const std::string text{lamp_words(scene, narrow)};
    const float wide{lamp_width(scene, narrow)};
    const Rect at{box.right() - wide, box.y, wide, box.h};
    const Touch touch{touch_area(scene.ui, "lamp", at, {.label = text})};
    const Lamp lamp{scene.view.shop.has_office ? lamp_of(scene) : Lamp::green};
    const char* const cloud{!scene.view.shop.has_office ? icon::storefront
                            : lamp == Lamp::off         ? icon::cloud_off
                                                        : icon::cloud_done};
    const ImU32 ink{lamp == Lamp::green ? p.primary : p.gold};
    c.icon({at.x + 10.0F, at.mid_y()}, cloud, ink);
    c.text({at.x + 28.0F, at.y, wide, at.h}, Type::caption, p.ink_soft, text);
    if (touch.focused) focus_ring(c, at.inset(-2.0F, 6.0F), radius_s);
    // The age is read off the clock: it grows without anything being touched.
    scene.ui.wake_after(minute_ms);
    return touch.tapped;
}

bool draw_head(Scene& scene, Rect& page, std::string_view title, std::string_view line)
{
    Canvas& c{scene.canvas()};
    Rect head{page.cut_top(head_height)};
    const bool narrow{measures_of(scene.ui.page).narrow};
    const Rect lamp{head.cut_right(lamp_width(scene, narrow), gap_m)};
    const float wide{c.text(head, Type::headline, scene.colour().ink, title)};
    head.cut_left(wide, gap_m);
    c.text(head, Type::body, scene.colour().ink_soft, line);
    return draw_lamp(scene, lamp, narrow);
}

Go draw_head_back(Scene& scene, Rect& page, std::string_view id, std::string_view title, std::string_view line)
{
    Rect head{page.x, page.y, page.w, head_height};
    const Rect arrow{head.x, head.y + 10.0F, 56.0F, 56.0F};
    Rect rest{page};
    rest.cut_left(72.0F);
    const bool lamp{draw_head(scene, rest, title, line)};
    page.cut_top(head_height);
    if (back_button(scene.ui, id, arrow)) return Go::back;
    return lamp ? Go::settings : Go::stay;
}

void draw_banner(Scene& scene, Rect& page)
{
    const BannerView& said{scene.view.banner};
    if (said.code.empty()) return;
    const std::string text{refusal_words(scene, said.code, said.detail)};
    const Rect box{page.cut_top(banner_height(scene.canvas(), page.w, text, {}), gap_tile)};
    const Tone tone{said.is_error ? Tone::danger : Tone::primary};
    (void)banner(scene.ui, "banner", box, tone, said.is_error ? icon::error_outline : icon::check_circle, text);
}

std::string_view trouble_key(PrinterTrouble trouble)
{
    switch (trouble) {
    case PrinterTrouble::no_paper: return "printer.no_paper";
    case PrinterTrouble::cover_open: return "printer.cover_open";
    case PrinterTrouble::offline: return "printer.offline";
    case PrinterTrouble::none:
    case PrinterTrouble::unreachable: break;
    }
    return "printer.unreachable";
}

std::string printer_words(const Scene& scene)
{
    const TillView& view{scene.view};
    if (view.printer_trouble == PrinterTrouble::none) return {};
    const std::string_view what{scene.ui.word(trouble_key(view.printer_trouble))};
    if (view.printer_ok) return scene.ui.word("printer.stand_in", what);
    return scene.ui.word("printer.waiting", what, view.print_jobs);
}

void draw_test_mark(Scene& scene)
{
    if (!scene.view.shop.test) return;
    draw_test_edge(scene);
    Canvas& c{scene.canvas()};
    const std::string_view word{scene.ui.word("app.test_long")};
    const Rect edge{scene.ui.page.x, scene.ui.page.y + test_edge, scene.ui.page.w, 20.0F};
    const Rect tab{edge.centred(c.width(Type::caption, word) + 2.0F * gap_m, edge.h)};
    c.list()->AddRectFilled(tab.low(), tab.high(), scene.colour().save_soft, radius_s,
                            ImDrawFlags_RoundCornersBottom);
    c.text(tab, Type::caption, scene.colour().save, word, Align::centre);
}

void draw_first_sync(Scene& scene, Rect& page)
{
    const SyncView& sync{scene.view.sync};
    if (!scene.catching_up) return;
    Canvas& c{scene.canvas()};
    Rect box{page.cut_top(64.0F, gap_tile)};
    c.card(box);
    box = box.inset(gap_m, gap_tile);
    const std::string far{count_text(sync.cursor) + " / " + count_text(sync.office_head)};
    figure_row(c, box.cut_top(24.0F), scene.ui.word("sync.first"), far, scene.colour().ink_soft, Type::caption);
    progress(c, {box.x, box.bottom() - 10.0F, box.w, 8.0F},
             static_cast<float>(sync.cursor) / static_cast<float>(sync.office_head), Tone::primary);
}

std::string day_words(const Scene& scene, std::int64_t at_ms)
{
    const std::int64_t offset{scene.view.shop.utc_offset_minutes};
    const LocalTime local{local_time(at_ms, offset)};
    const std::string day{date_text(scene.ui.words, iso_date(at_ms, offset))};
    return scene.ui.word("time.day", day, scene.ui.word("time.weekday." + std::to_string(local.weekday)));
}

std::string clock_words(const Scene& scene, std::int64_t at_ms)
{
    const LocalTime local{local_time(at_ms, scene.view.shop.utc_offset_minutes)};
    return hour_text(local.hour, local.minute);
}

std::string moment_words(const Scene& scene, std::int64_t at_ms)
{
    const std::string date{iso_date(at_ms, scene.view.shop.utc_offset_minutes)};
    const std::string clock{clock_words(scene, at_ms)};
    return date == scene.today() ? clock : date_text(scene.ui.words, date) + " " + clock;
}

std::string addressed(std::string_view name, std::string_view form_of_address)
{
    std::string out{name};
    if (form_of_address.empty()) return out;
    const bool latin{static_cast<unsigned char>(form_of_address.front()) < 0x80U};
    return latin ? std::string{form_of_address} + " " + out : out + std::string{form_of_address};
}

std::string refusal_words(const Scene& scene, std::string_view code, std::string_view detail)
{
    if (!scene.ui.words.has(code)) return std::string{scene.ui.word("refusal.other")};
    return scene.ui.word(code, detail);
}

} // namespace guitai::ui
