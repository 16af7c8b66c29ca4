#include "tests/ui/trade_states.hpp"

#include "tests/support/sample_views.hpp"

namespace guitai::test {

ScreenState selling_with(std::string name, ui::SaleSheet sheet)
{
    ScreenState state{std::move(name), selling(), {}};
    state.memory.page = ui::Go::sell;
    state.memory.pieces_seen = state.view.cart.pieces;
    state.memory.sale.sheet.show(sheet, 1);
    return state;
}

namespace {

SoldLineView sold_line(std::int64_t line, const char* name, const char* variant, std::int64_t price, int pieces,
                       int left, const char* refusal)
{
    SoldLineView sold;
    sold.line = line;
    sold.name = name;
    sold.variant = variant;
    sold.quantity = Quantity::pieces(pieces);
    sold.returnable = Quantity::pieces(left);
    sold.total = yuan(price * pieces);
    sold.refusal = refusal;
    return sold;
}

SoldView a_receipt()
{
    SoldView sale;
    sale.receipt = {"S01-1-000128"};
    sale.sold_on = "2026-11-18";
    sale.staff = {"陈立"};
    sale.member_name = "单晓梅";
    sale.total = yuan(1695);
    sale.tenders = {{TenderKind::card, yuan(1695), yuan(1695), {}, {}}};
    sale.lines = {sold_line(1, "松径短款羽绒服", "枫红 165/88A", 699, 1, 1, ""),
                  sold_line(2, "云岭轻薄连帽羽绒服", "雾蓝 170/92A", 299, 2, 0, "return.all_back"),
                  sold_line(3, "保暖内衣", "肤色 M", 199, 1, 0, "return.never"),
                  sold_line(4, "羊毛围巾", "驼色", 199, 1, 1, "return.too_late")};
    return sale;
}

CartLineView return_line()
{
    CartLineView line;
    line.line = 9;
    line.kind = LineKind::return_;
    line.name = "松径短款羽绒服";
    line.colour = "枫红";
    line.size = "165/88A";
    line.quantity = Quantity::pieces(1);
    line.unit = yuan(699);
    line.total = -yuan(659);
    line.discount = -yuan(40);
    line.returned_receipt = {"S01-1-000128"};
    line.returned_line = 1;
    line.reason = "尺码不合";
    return line;
}

ScreenState refunding(std::string name, TenderKind tender)
{
    ScreenState state{std::move(name), at_work(), {}};
    CartView& cart{state.view.cart};
    cart.lines = {return_line()};
    cart.pieces = 1;
    cart.total = cart.due = -yuan(659);
    cart.subtotal = -yuan(699);
    cart.points_back = 659;
    state.view.payment.cash_due = cart.due;
    state.view.payment.refund_by = {TenderKind::card};
    state.memory.page = ui::Go::sell;
    state.memory.pieces_seen = 1;
    state.memory.paying = true;
    state.memory.payment.began = true;
    state.memory.payment.tender = tender;
    return state;
}

void add_payments(std::vector<ScreenState>& states)
{
    for (const TenderKind tender : {TenderKind::wallet, TenderKind::on_account, TenderKind::foreign_cash}) {
        ScreenState state{"d_payment_" + std::string{word_of(tender)}, paying(), {}};
        state.view.payment.currencies = {{"USD", 7'105}, {"EUR", 8'210}};
        if (state.view.cart.member) {
            state.view.cart.member->profile.account_limit = yuan(3000);
            state.view.cart.member->account_left = yuan(2400);
        }
        state.memory.page = ui::Go::sell;
        state.memory.pieces_seen = state.view.cart.pieces;
        state.memory.paying = true;
        state.memory.payment.tender = tender;
        if (tender == TenderKind::foreign_cash) state.memory.payment.amount = "120";
        states.push_back(std::move(state));
    }
    for (const char* const name : {"d_payment_card_waits", "d_payment_card_silent"}) {
        ScreenState state{name, paying(), {}};
        state.view.payment.has_terminal = true;
        const bool silent{std::string_view{name}.ends_with("silent")};
        state.view.payment.card = CardView{"S01-1-C00012-6926b3a0", yuan(1505, 50), saturday_ms - 12'000, silent};
        state.memory.page = ui::Go::sell;
        state.memory.pieces_seen = state.view.cart.pieces;
        state.memory.paying = true;
        state.memory.payment.began = true;
        state.memory.payment.tender = TenderKind::card;
        states.push_back(std::move(state));
    }
    states.push_back(refunding("d_refund", TenderKind::card));
    states.push_back(refunding("d_refund_other_way", TenderKind::cash));
}

RedeemView with_points(std::int64_t on_ticket)
{
    RedeemView redeem;
    redeem.possible = true;
    redeem.wanted = on_ticket;
    redeem.points = on_ticket;
    redeem.worth = Money::from_minor(on_ticket);
    redeem.most = 3'200;
    redeem.most_worth = yuan(32);
    redeem.per_yuan = 100;
    return redeem;
}

// As long as a real one.
const std::string phone_link{"HTTPS://MEMBERS.EXAMPLE/MY/L/GTQ1." + std::string(96, 'K') + "." + std::string(32, 'M')};

// The sheet, the same with the line down and a word why, and the points on the ticket.
void add_points(std::vector<ScreenState>& states)
{
    states.push_back(selling_with("b_points", ui::SaleSheet::points));
    states.back().view.cart.redeem = with_points(0);
    states.push_back(selling_with("b_points_offline", ui::SaleSheet::points));
    TillView& offline{states.back().view};
    offline.sync.reached = false;
    offline.cart.redeem = with_points(0);
    offline.cart.redeem.in_hand = 500;
    if (offline.cart.member) {
        offline.cart.member->points.pending = 1'180;
        offline.cart.member->points.debt = 70;
    }
    offline.banner = {"points.only_offline", "500", true};
    states.back().memory.sale.sheet.points.digits = "800";
    states.push_back(selling_with("b_points_by_phone", ui::SaleSheet::points));
    states.back().view.sync.reached = false;
    states.back().view.cart.redeem = with_points(0);
    states.back().view.cart.redeem.may_ask_by_phone = true;
    states.back().memory.sale.sheet.points.digits = "800";
    states.push_back(selling_with("b_points_phone_code", ui::SaleSheet::points));
    states.back().view.sync.reached = false;
    states.back().view.cart.redeem = with_points(0);
    states.back().view.cart.redeem.wanted = 800;
    states.back().view.cart.redeem.asking = true;
    states.back().view.cart.redeem.phone_link = phone_link;
    states.push_back(selling_with("b_points_on_ticket", ui::SaleSheet::none));
    states.back().view.cart.redeem = with_points(2'900);
    states.push_back(selling_with("b_points_asking", ui::SaleSheet::none));
    states.back().view.cart.redeem = with_points(0);
    states.back().view.cart.redeem.wanted = 2'900;
    states.back().view.cart.redeem.asking = true;
}

ScreenState trying_barcodes()
{
    ScreenState state{"j_barcodes", at_work(), {}};
    state.memory.page = ui::Go::settings;
    ScanView weighed;
    weighed.scanned = "2500123008506";
    weighed.kind = "in_store";
    weighed.rule = "25";
    weighed.codes = {"2500123008506", "2500123000005", "2500123", "00123", "123"};
    weighed.found_by = "00123";
    weighed.sku = {"TEA"};
    weighed.name = "龙井茶";
    weighed.name_en = "Longjing tea";
    weighed.quantity = Quantity::from_milli(850);
    weighed.facts = {{"scan.item_number", "00123"}, {"scan.label_quantity", "0.85"}};
    ScanView unknown;
    unknown.scanned = "]C10106901234567893";
    unknown.kind = "plain";
    unknown.code = "gs1.bad_check_digit";
    unknown.detail = "(01) at 16";
    state.view.barcode_test = {true, {weighed, unknown}};
    return state;
}

// Both lines of a swap, and a piece that has still to say which one it is.
void add_swap_lines(CartView& cart)
{
    CartLineView back{return_line()};
    back.returned_receipt = {};
    back.swapped_receipt = {"S01-1-000128"};
    back.swapped_line = 1;
    back.total = back.unit = back.discount = {};
    CartLineView out{back};
    out.line = 10;
    out.kind = LineKind::sale;
    out.size = "170/92A";
    cart.lines.push_back(back);
    cart.lines.push_back(out);
    cart.lines[0].needs_serial = true;
    cart.lines[1].lot = "L2410";
}

ScreenState asking_by_phone()
{
    ScreenState state{selling_with("b_approval_phone", ui::SaleSheet::none)};
    state.view.approval.code = "discount.needs_approval";
    state.view.approval.detail = "38.70";
    state.view.approval.phone = {"48213307", "discount.line", 128, yuan(38), 5, 0};
    state.memory.approval.by_phone = true;
    state.memory.approval.code = "1234";
    return state;
}

void add_checkout(std::vector<ScreenState>& states)
{
    states.push_back(selling_with("b_swap_choice", ui::SaleSheet::returns));
    states.back().view.grid = with_grid().grid;
    states.back().view.returns.sales = {a_receipt()};
    states.back().memory.sale.sheet.returns.swap.receipt = {"S01-1-000128"};
    states.back().memory.sale.sheet.returns.swap.line = 1;
    states.push_back(selling_with("b_sale_swap_lines", ui::SaleSheet::none));
    add_swap_lines(states.back().view.cart);
    states.push_back(selling_with("b_delivery", ui::SaleSheet::delivery));
    states.back().memory.sale.sheet.delivery.way = 1;
    states.push_back(selling_with("b_mark", ui::SaleSheet::mark));
    states.push_back(selling_with("b_repay", ui::SaleSheet::repay));
    if (states.back().view.cart.member) states.back().view.cart.member->owed = yuan(600);
    states.push_back(asking_by_phone());
    states.push_back({"b_coupon_before_goods", at_work(), {}});
    states.back().view.cart.coupons = {{"TEN", {"TEN", "十元券", "Ten off"}, false}};
    states.back().memory.page = ui::Go::sell;
}

} // namespace

std::vector<ScreenState> trade_states()
{
    std::vector<ScreenState> states;
    states.push_back(selling_with("b_returns_search", ui::SaleSheet::returns));
    states.back().memory.sale.sheet.returns.digits = "128";
    states.push_back(selling_with("b_returns_found", ui::SaleSheet::returns));
    states.back().view.returns.sales = {a_receipt()};
    states.back().view.cart.lines.push_back(return_line());
    states.back().memory.sale.sheet.returns.reason = 3;
    states.back().view.returns.sales[0].lines[3].price_drop = yuan(40);
    states.push_back(selling_with("b_returns_freight", ui::SaleSheet::returns));
    states.back().view.returns.sales = {a_receipt()};
    states.back().memory.sale.sheet.returns.freight.asking = true;
    states.back().memory.sale.sheet.returns.freight.digits = "13.5";
    states.push_back(selling_with("b_returns_of_member", ui::SaleSheet::returns));
    states.back().view.returns.sales = {a_receipt(), a_receipt(), a_receipt()};
    states.push_back(selling_with("b_guides", ui::SaleSheet::guides));
    states.back().memory.sale.sheet.guides.chosen = {"王芳", "陈立"};
    states.push_back(selling_with("b_offers", ui::SaleSheet::none));
    states.back().view = selling_by_offers();
    add_points(states);
    states.push_back(selling_with("b_note", ui::SaleSheet::note));
    states.push_back(selling_with("b_sale_return_line", ui::SaleSheet::none));
    states.back().view.cart.lines.push_back(return_line());
    states.back().view.cart.lines[0].note = "改短两厘米";
    states.push_back(selling_with("b_price_check", ui::SaleSheet::none));
    PriceCheckView& check{states.back().view.price_check};
    check.on = true;
    check.product.sku = {"SJ2207-01"};
    check.product.style = {"SJ2207"};
    check.product.name = "松径短款羽绒服";
    check.product.name_en = "Songjing Short Down";
    check.product.colour = "枫红";
    check.product.size = "165/88A";
    check.product.price = yuan(699);
    check.product.member_price = yuan(659);
    check.elsewhere = {{"文化路店", 2}, {"总仓", 36}};
    states.push_back(states.back());
    states.back().name = "b_price_check_typed";
    states.back().memory.price_check.on_glass = true;
    states.back().memory.price_check.typed.append("SJ2207-01");
    add_payments(states);
    add_checkout(states);
    states.push_back(trying_barcodes());
    return states;
}

} // namespace guitai::test
