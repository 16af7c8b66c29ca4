#include "terminal/ui/screens/order_capture_screen.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/goods.hpp"
#include "terminal/ui/screens/grid_screen.hpp"

#include <algorithm>
#include <array>

namespace guitai::ui {
namespace {

Delivery delivery_of(WayKind kind)
{
    switch (kind) {
    case WayKind::collect_elsewhere: return Delivery::collect;
    case WayKind::ship_to_shop: return Delivery::ship_to_shop;
    case WayKind::ship_home:
    case WayKind::substitute:
    case WayKind::other_cell: break;
    }
    return Delivery::ship;
}

std::string_view title_key(const CaptureMemory& memory)
{
    if (memory.purpose == CapturePurpose::change_address) return "order.address";
    if (memory.purpose == CapturePurpose::deliver_line) return "delivery.title";
    switch (memory.way.kind) {
    case WayKind::collect_elsewhere: return "grid.collect";
    case WayKind::ship_to_shop: return "grid.ship_to_shop";
    case WayKind::ship_home:
    case WayKind::substitute:
    case WayKind::other_cell: break;
    }
    return "grid.ship_home";
}

void draw_goods(Scene& scene, const CaptureMemory& memory, Rect box)
{
    const GridView& grid{scene.view.grid};
    const CellPlace place{cell_place(grid, memory.sku)};
    Canvas& c{scene.canvas()};
    const Rect picture{box.cut_left(72.0F, gap_tile)};
    goods_picture(scene.ui, picture, look_of(grid.picture, grid.category, grid.name, place.colour), radius_s,
                  ImDrawFlags_RoundCornersAll);
    const Rect middle{box.centred(box.w, 52.0F)};
    c.text({middle.x, middle.y, middle.w, 28.0F}, Type::strong, scene.colour().ink, goods_words(scene, memory.sku));
    c.text({middle.x, middle.y + 28.0F, middle.w, 24.0F}, Type::caption, scene.colour().ink_soft,
           where_words(scene, memory.way));
}

// " · 免运费": part of the promise where the shop pays the carrier.
std::string free_delivery(const Scene& scene)
{
    if (!scene.view.shop.delivery_fee.is_zero()) return {};
    return " · " + std::string{scene.ui.word("order.free_delivery")};
}

void draw_promise(Scene& scene, const CaptureMemory& memory, const Rect& box)
{
    // Nothing is promised offline that can not be kept.
    if (!scene.online()) {
        (void)banner(scene.ui, "capture.promise", box, Tone::gold, icon::cloud_off, scene.ui.word("order.offline"));
        return;
    }
    std::string text{ready_words(scene, memory.way)};
    if (memory.way.kind == WayKind::ship_home && !memory.way.ready_on.empty())
        text = scene.ui.word("order.promise", date_text(scene.ui.words, memory.way.ready_on)) + free_delivery(scene);
    (void)banner(scene.ui, "capture.promise", box, Tone::info, icon::schedule, text);
}

void draw_plan(Scene& scene, CaptureMemory& memory, const Rect& box)
{
    const bool home{memory.way.kind == WayKind::ship_home};
    const std::array<std::string_view, 3> words{
        scene.ui.word("tender.full"), scene.ui.word("capture.deposit"),
        scene.ui.word(home ? "capture.on_delivery" : "capture.on_collection")};
    const int tapped{segmented(scene.ui, "capture.plan", box, words, static_cast<int>(memory.plan))};
    if (tapped >= 0) memory.plan = static_cast<PayPlan>(tapped);
}

// The runner's next windows, one after the other with each tap; a shop without windows asks for none.
void draw_slot(Scene& scene, CaptureMemory& memory, Rect& in)
{
    const auto& windows = scene.view.shop.delivery_slots;
    if (windows.empty()) return;
    constexpr std::int64_t days_shown{3};
    std::vector<std::string> slots{{}};
    for (std::int64_t day{0}; day < days_shown; ++day) {
        for (const std::string& window : windows) {
            slots.push_back(date_plus_days(scene.today(), day) + " " + window);
        }
    }
    const std::string text{memory.slot.empty() ? std::string{scene.ui.word("order.any_time")}
                                               : slot_text(scene.ui.words, memory.slot)};
    if (!button(scene.ui, "capture.slot", in.cut_top(52.0F, gap_s), {.icon = icon::schedule, .label = text})) return;
    const auto at = std::find(slots.begin(), slots.end(), memory.slot);
    memory.slot = at == slots.end() || at + 1 == slots.end() ? std::string{} : *(at + 1);
}

void take_order(Scene& scene, CaptureMemory& memory)
{
    const Recipient who{memory.form.recipient()};
    OrderItem command;
    command.sku = memory.sku;
    command.delivery = delivery_of(memory.way.kind);
    command.recipient = who;
    command.collect_at = memory.way.place;
    if (memory.way.kind == WayKind::ship_home) command.slot = memory.slot;
    scene.push(std::move(command));
    if (scene.view.cart.member && !who.address.empty())
        memory.last_of[scene.view.cart.member->profile.member.text] = who;
}

bool draw_order_side(Scene& scene, CaptureMemory& memory, const Rect& card)
{
    Ui& ui{scene.ui};
    Canvas& c{scene.canvas()};
    c.card(card);
    Rect in{card.inset(page_margin, gap_m)};
    const Rect go{in.cut_bottom(68.0F, gap_tile)};
    const Money fee{scene.view.shop.delivery_fee};
    const bool pays_fee{!fee.is_zero() && memory.way.kind == WayKind::ship_home};
    // The head names the goods already: where a banner or large text wants the room they give way.
    if (in.h >= (pays_fee ? 256.0F : 230.0F)) draw_goods(scene, memory, in.cut_top(72.0F, gap_s));
    draw_promise(scene, memory, in.cut_top(52.0F, 10.0F));
    draw_plan(scene, memory, in.cut_top(56.0F, gap_s));
    if (memory.way.kind == WayKind::ship_home) draw_slot(scene, memory, in);
    const CellPlace place{cell_place(scene.view.grid, memory.sku)};
    const bool hers{scene.view.cart.member && !place.member_price.is_zero() && place.member_price < place.price};
    const Money price{hers ? place.member_price : place.price};
    figure_row(c, in.cut_top(32.0F), ui.word("capture.price"), money_text(price), scene.colour().ink, Type::strong);
    if (pays_fee)
        figure_row(c, in.cut_top(26.0F), ui.word("order.delivery_fee"), money_text(fee), scene.colour().ink_soft);
    return button(ui, "capture.go", go,
                  {.kind = Kind::main,
                   .icon = icon::check,
                   .label = ui.word(memory.form.complete() ? "capture.add" : "capture.gap"),
                   .enabled = memory.form.complete(),
                   .type = Type::title});
}

// What the other purposes have beside the form: a line on what happens, and the key.
bool draw_plain_side(Scene& scene, CaptureMemory& memory, const Rect& card, std::string_view line,
                     std::string_view go_word)
{
    scene.canvas().card(card);
    Rect in{card.inset(page_margin, gap_m)};
    const Rect go{in.cut_bottom(68.0F, gap_tile)};
    const bool brought{memory.purpose == CapturePurpose::deliver_line && memory.delivery.delivery == Delivery::ship};
    if (brought) draw_slot(scene, memory, in);
    scene.canvas().paragraph(in, Type::body, scene.colour().ink_soft, scene.ui.word(line), 5);
    return button(scene.ui, "capture.go", go,
                  {.kind = Kind::main,
                   .icon = icon::check,
                   .label = scene.ui.word(memory.form.complete() ? go_word : "capture.gap"),
                   .enabled = memory.form.complete(),
                   .type = Type::title});
}

} // namespace

void CaptureMemory::begin_order(const TillView& view, const WayView& chosen)
{
    purpose = CapturePurpose::new_order;
    way = chosen;
    sku = view.grid.chosen;
    plan = PayPlan::all;
    slot.clear();
    begin_form(view, chosen.kind == WayKind::ship_home);
}

void CaptureMemory::begin_delivery(const TillView& view, const DeliveryWish& wish)
{
    purpose = CapturePurpose::deliver_line;
    delivery = wish;
    slot.clear();
    begin_form(view, wish.delivery == Delivery::ship);
}

void CaptureMemory::begin_form(const TillView& view, bool address)
{
    Recipient known;
    Recipient last;
    if (view.cart.member) {
        const MemberProfile& who{view.cart.member->profile};
        const bool locked{view.cart.member->keys.locked}; // Where she lives is behind her keys too.
        known = {who.name, who.phone, {}};
        const auto before = last_of.find(who.member.text);
        if (before != last_of.end() && !locked) last = before->second;
    }
    for (const CartLineView& line : view.cart.lines) {
        if (!line.recipient.address.empty()) last = line.recipient;
    }
    form.begin(known, last, address);
}

void CaptureMemory::begin_change(const OrderDetail& order_detail)
{
    purpose = CapturePurpose::change_address;
    order = order_detail.brief.order;
    form.begin({order_detail.recipient.name, order_detail.recipient.phone, {}}, order_detail.recipient,
               order_detail.brief.delivery == Delivery::ship);
}

namespace {

// What is written down stands over the form: an order, the goods of the grid, or a line of the ticket.
std::string goods_line(const Scene& scene, const CaptureMemory& memory)
{
    if (memory.purpose == CapturePurpose::change_address) return memory.order.text;
    if (memory.purpose == CapturePurpose::new_order) {
        return dotted({name_in(scene.ui.words, scene.view.grid.name, scene.view.grid.name_en),
                       cell_words(scene, memory.sku)});
    }
    for (const CartLineView& line : scene.view.cart.lines) {
        if (line.line == memory.delivery.line) return name_in(scene.ui.words, line.name, line.name_en);
    }
    return {};
}

// True: it was sent to the till.
bool draw_side(Scene& scene, CaptureMemory& memory, const Rect& side)
{
    switch (memory.purpose) {
    case CapturePurpose::change_address:
        if (!draw_plain_side(scene, memory, side, "capture.change_line", "capture.change")) return false;
        scene.push(ChangeAddress{memory.order, memory.form.recipient()});
        return true;
    case CapturePurpose::deliver_line:
        if (!draw_plain_side(scene, memory, side, "delivery.line", "delivery.go")) return false;
        scene.push(SetDelivery{memory.delivery.line, memory.delivery.delivery, memory.delivery.fee,
                               memory.form.recipient(), {}, memory.slot});
        return true;
    case CapturePurpose::new_order: break;
    }
    if (!draw_order_side(scene, memory, side)) return false;
    take_order(scene, memory);
    return true;
}

} // namespace

Go draw_order_capture(Scene& scene, CaptureMemory& memory)
{
    Rect page{scene.ui.page};
    const Rect keys{page.cut_bottom(keyboard_height, gap_m)};
    page = page.inset(page_margin, 0.0F);
    const Go head{draw_head_back(scene, page, "capture.back", scene.ui.word(title_key(memory)),
                                 goods_line(scene, memory))};
    draw_address_keyboard(scene, memory.form, keys);
    draw_banner(scene, page);
    const Rect side{page.cut_near(scene.ui.hand, 384.0F, page_margin)};
    scene.canvas().card(page);
    draw_address_form(scene, memory.form, page.inset(page_margin, gap_m));
    if (!draw_side(scene, memory, side)) return head;
    scene.writing.drop_spelling();
    return Go::sell;
}

} // namespace guitai::ui
