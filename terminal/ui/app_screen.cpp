#include "terminal/ui/app_screen.hpp"

#include "terminal/ui/screens/frame.hpp"
#include "terminal/ui/screens/price_check_sheet.hpp"

namespace guitai::ui {
namespace {

// Fewer than this is the news of a normal morning and needs no progress bar.
constexpr std::int64_t far_behind{200};

// Once far behind, until all is here.
void follow_sync(const TillView& view, AppScreens& memory)
{
    const std::int64_t behind{view.shop.has_office ? view.sync.office_head - view.sync.cursor : 0};
    if (behind >= far_behind) memory.catching_up = true;
    if (behind <= 0) memory.catching_up = false;
}

bool refused(const TillView& view)
{
    return view.banner.is_error && !view.banner.code.empty();
}

void leave_members(Scene& scene, AppScreens& memory)
{
    // The pad of the member page searches too; the sale begins with an empty box.
    if (memory.page == Go::members && !scene.view.catalogue.searched.empty()) scene.push(SearchFor{});
}

// It is about what was tried on the page that is left.
void leave_refusal(Scene& scene)
{
    if (refused(scene.view)) scene.push(DismissBanner{});
}

void go_to(Scene& scene, AppScreens& memory, Go page)
{
    if (page == Go::stay || page == Go::back || page == Go::practice) return;
    leave_members(scene, memory);
    if (memory.page != page) leave_refusal(scene);
    memory.page = page;
    if (page == Go::orders) scene.push(ListOrders{});
    if (page == Go::members) {
        end_search(scene, memory.sale.catalogue);
        memory.member = {};
        scene.push(ListComplaints{});
        if (scene.view.cart.member) {
            memory.member.finding = false;
            scene.push(ShowMember{scene.view.cart.member->profile.member.text});
        }
    }
    if (page == Go::shift && memory.shift.step == ShiftStep::report) memory.shift.step = ShiftStep::home;
}

void begin_payment(Scene& scene, AppScreens& memory)
{
    leave_refusal(scene);
    memory.paying = true;
    memory.payment.begin(memory.capture.plan);
    memory.capture.plan = PayPlan::all;
}

void sign_out(Scene& scene, AppScreens& memory)
{
    scene.push(SignOut{});
    memory.person_open = false;
}

// A new person finds the till as it is switched on, in the look that was chosen.
void forget(AppScreens& memory)
{
    const LookSettings look{memory.look};
    const SignInMemory sign_in{memory.sign_in};
    PinyinIme* const ime{memory.writing.ime};
    const ReceiptNumber last{memory.sale.sheet.last_receipt};
    const auto last_addresses = memory.capture.last_of;
    const bool catching_up{memory.catching_up};
    memory = {};
    memory.look = look;
    memory.sign_in = sign_in;
    memory.writing.ime = ime;
    memory.sale.sheet.last_receipt = last;
    memory.capture.last_of = last_addresses;
    memory.catching_up = catching_up;
}

void draw_person_sheet(Scene& scene, AppScreens& memory)
{
    const std::string name{scene.view.session.staff ? scene.view.session.staff->name.text : std::string{}};
    Sheet sheet{scene.ui, "person", {420.0F, 256.0F}};
    Rect in{sheet.inside()};
    if (sheet.head(in, name) || sheet.dismissed()) memory.person_open = false;
    if (button(scene.ui, "person.change", in.cut_top(touch_main, gap_tile),
               {.icon = icon::logout, .label = scene.ui.word("sign_in.change")}))
        sign_out(scene, memory);
    if (button(scene.ui, "person.close", in.cut_top(touch_main),
               {.icon = icon::savings, .label = scene.ui.word("shift.close"),
                .enabled = scene.view.session.shift != 0})) {
        memory.person_open = false;
        go_to(scene, memory, Go::shift);
    }
}

// F1, F2 and F3 begin to take money from the sale itself.
void take_tender_keys(Scene& scene, AppScreens& memory)
{
    if (memory.page != Go::sell || scene.view.cart.lines.empty() || !scene.ui.reachable()) return;
    for (const auto& [key, tender] : {std::pair{Key::f1, TenderKind::cash}, std::pair{Key::f2, TenderKind::wallet},
                                      std::pair{Key::f3, TenderKind::card}}) {
        if (!scene.ui.keys.take(key)) continue;
        begin_payment(scene, memory);
        memory.payment.tender = tender;
        memory.payment.began = true; // Chosen by hand, for a refund too.
    }
}

void act_on_sale(Scene& scene, AppScreens& memory, SaleWish wish)
{
    switch (wish) {
    case SaleWish::pay: begin_payment(scene, memory); break;
    case SaleWish::member:
    case SaleWish::find_member: go_to(scene, memory, Go::members); break;
    case SaleWish::new_member:
        memory.member.begin_new(memory.sale.wanted_phone);
        scene.writing.open(KeyLayout::letters);
        end_search(scene, memory.sale.catalogue);
        break;
    case SaleWish::health: go_to(scene, memory, Go::settings); break;
    case SaleWish::cash_in_out: memory.shift.movement_open = true; break;
    case SaleWish::x_report:
        memory.page = Go::shift;
        memory.shift.step = ShiftStep::report;
        break;
    case SaleWish::capture:
        memory.capture.begin_order(scene.view, memory.sale.grid.way);
        memory.capturing = true;
        scene.writing.open(memory.capture.form.active == AddressForm::phone ? KeyLayout::symbols
                                                                           : KeyLayout::letters);
        break;
    case SaleWish::deliver:
        memory.capture.begin_delivery(scene.view, *memory.sale.sheet.wish);
        memory.sale.sheet.wish.reset();
        memory.capturing = true;
        scene.writing.open(memory.capture.form.active == AddressForm::phone ? KeyLayout::symbols
                                                                           : KeyLayout::letters);
        break;
    case SaleWish::none: break;
    }
}

Go draw_page(Scene& scene, AppScreens& memory, const Rect& page)
{
    switch (memory.page) {
    case Go::orders: {
        const OrdersWish wish{draw_orders(scene, memory.orders, page)};
        if (wish == OrdersWish::health) return Go::settings;
        if (wish == OrdersWish::change_address && scene.view.orders.chosen) {
            memory.capture.begin_change(*scene.view.orders.chosen);
            memory.capturing = true;
            scene.writing.open(KeyLayout::letters);
        }
        return Go::stay;
    }
    case Go::members: return draw_member(scene, memory.member, page);
    case Go::shift: return draw_shift(scene, memory.shift, page);
    case Go::settings: return draw_settings(scene, memory.look, page);
    default: break;
    }
    if (scene.view.session.shift == 0) {
        draw_open_shift(scene, memory.open_shift, page);
    } else {
        act_on_sale(scene, memory, draw_sale(scene, memory.sale, page));
    }
    return Go::stay;
}

void draw_with_rail(Scene& scene, AppScreens& memory)
{
    take_tender_keys(scene, memory);
    Rect page{scene.ui.page};
    const Go rail{draw_rail(scene, page, memory.page)};
    const Go go{draw_page(scene, memory, page)};
    if (go == Go::back) sign_out(scene, memory);
    if (go == Go::practice) memory.other_books = true;
    go_to(scene, memory, go);
    go_to(scene, memory, rail);
    if (rail == Go::back) memory.person_open = true;
    if (memory.person_open) draw_person_sheet(scene, memory);
    if (memory.shift.movement_open) draw_cash_movement(scene, memory.shift);
}

void draw_capture(Scene& scene, AppScreens& memory)
{
    // Sent in the last frame: the form stays, with all that was written, if the till said no.
    if (memory.capture_sent) {
        memory.capture_sent = false;
        if (!refused(scene.view)) {
            memory.capturing = false;
            if (memory.capture.purpose == CapturePurpose::new_order) {
                scene.push(CloseGrid{});
                memory.page = Go::sell;
            }
        }
    }
    const Go go{draw_order_capture(scene, memory.capture)};
    memory.capture_sent = go == Go::sell;
    if (go == Go::back || go == Go::settings) memory.capturing = false;
    if (go == Go::settings) memory.page = Go::settings;
}

void draw_enrolment(Scene& scene, AppScreens& memory)
{
    if (memory.enrol_sent) {
        memory.enrol_sent = false;
        if (!refused(scene.view)) {
            memory.member.enrolling = false;
            memory.member.finding = false;
            // From the sale she was wanted for the ticket, and the till puts her there.
            if (memory.page != Go::members) memory.member = {};
        }
    }
    const Go go{draw_new_member(scene, memory.member)};
    memory.enrol_sent = go == Go::members;
    if (go == Go::back || go == Go::settings) memory.member.enrolling = false;
}

void draw_paying(Scene& scene, AppScreens& memory)
{
    const Go go{draw_payment(scene, memory.payment)};
    if (go != Go::stay) memory.paying = false;
    if (go == Go::settings) memory.page = Go::settings;
}

// Goods that were scanned while another page stood there are to be seen.
void follow_scans(const TillView& view, AppScreens& memory)
{
    const bool grew{view.cart.pieces > memory.pieces_seen};
    memory.pieces_seen = view.cart.pieces;
    if (grew && !memory.paying && !memory.capturing) memory.page = Go::sell;
    if (view.cart.lines.empty()) memory.paying = false;
}

} // namespace

void draw_app(const TillView& view, AppScreens& memory, Ui& ui, Commands& commands)
{
    ui.words.choose(memory.look.language);
    if (!view.session.staff && memory.page != Go::stay) {
        forget(memory);
        memory.page = Go::stay;
    } else if (view.session.staff && memory.page == Go::stay) {
        memory.page = Go::sell;
        memory.sign_in = {};
    }
    follow_scans(view, memory);
    follow_sync(view, memory);
    // Whoever leaves the settings sells again.
    if (view.barcode_test.on && view.session.staff && memory.page != Go::settings) commands.push(EndBarcodeTest{});
    Scene scene{view, ui, commands, memory.toast, memory.writing, memory.catching_up};
    if (memory.member.own.is_open()) {
        draw_own(view, memory.member.own, ui, commands); // The till is turned to a member: nothing else is seen of it.
        return draw_test_mark(scene);
    }
    bool railed{false};
    if (!view.session.staff) {
        draw_sign_in(scene, memory.sign_in);
    } else if (view.payment.done) {
        memory.paying = false;
        memory.sale.sheet.last_receipt = view.payment.done->receipt;
        draw_sale_done(scene, *view.payment.done);
    } else if (memory.capturing) {
        draw_capture(scene, memory);
    } else if (memory.member.enrolling) {
        draw_enrolment(scene, memory);
    } else if (memory.paying) {
        draw_paying(scene, memory);
    } else {
        draw_with_rail(scene, memory);
        railed = true;
    }
    if (view.session.staff && !railed) draw_test_mark(scene);
    if (view.session.staff) draw_price_check(scene, memory.price_check);
    draw_approval(scene, memory.approval);
}

} // namespace guitai::ui
