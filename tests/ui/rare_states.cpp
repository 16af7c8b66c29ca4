// What is seldom seen and easily forgotten: lists too long, words too wide,
// amounts too large, nobody there, nothing read yet.
#include "tests/support/sample_views.hpp"
#include "tests/ui/states.hpp"

namespace guitai::test {
namespace {

using ui::AppScreens;
using ui::Go;

ScreenState rare(std::string name, TillView view)
{
    ScreenState state{std::move(name), std::move(view), {}};
    state.memory.page = Go::sell;
    state.memory.pieces_seen = state.view.cart.pieces;
    return state;
}

ScreenState many_lines()
{
    ScreenState state{rare("r_sale_many_lines", selling())};
    CartView& cart{state.view.cart};
    for (LineNumber number{5}; number < 16; ++number) {
        cart.lines.push_back(cart.lines[static_cast<std::size_t>(number % 4)]);
        cart.lines.back().line = number;
    }
    cart.lines[0].name = "云岭轻薄连帽羽绒服（加长加厚特别款，带可拆卸毛领）";
    cart.lines[0].name_en = "Yunling Light Hooded Down, extra long, with a detachable collar";
    cart.last_touched = 15;
    return state;
}

ScreenState huge_amounts()
{
    ScreenState state{rare("r_sale_huge", selling())};
    CartView& cart{state.view.cart};
    cart.lines[0].unit = yuan(128'800);
    cart.lines[0].quantity = Quantity::pieces(88);
    cart.lines[0].total = yuan(11'334'400);
    cart.subtotal = yuan(11'336'707);
    cart.total = cart.due = yuan(11'336'457, 50);
    cart.tax = yuan(1'304'194, 22);
    state.view.shop.tax_included = false;
    return state;
}

ScreenState loading()
{
    ScreenState state{rare("r_sale_loading", at_work())};
    state.view.catalogue.styles = 900;
    state.view.catalogue.tiles.resize(4);
    state.view.catalogue.category.clear();
    return state;
}

ScreenState toast_of_line()
{
    ScreenState state{rare("r_sale_removed", selling())};
    state.memory.toast = {.text = "已删除 羊绒围巾", .action = "撤销", .icon = ui::icon::delete_icon,
                          .until_ms = state.view.now_ms + 60'000};
    return state;
}

ScreenState alone()
{
    ScreenState state{rare("r_sale_alone_last_piece", at_work())};
    state.view.shop.has_office = false;
    state.view.cart.parked.clear();
    state.view.orders.waiting = 120;
    for (StyleTile& tile : state.view.catalogue.tiles) tile.member_price = tile.price.scaled(9, 10);
    state.view.catalogue.tiles[0].here = 1;
    state.view.catalogue.tiles[1].in_cart = 14;
    return state;
}

ScreenState refusing()
{
    ScreenState state{rare("r_sale_refusal_long", selling())};
    state.view.banner = {"park.has_orders", "", true};
    state.view.sync.contact_at_ms = state.view.now_ms - 3 * 60 * minute_ms;
    return state;
}

ScreenState wide_grid()
{
    ScreenState state{rare("r_grid_many_sizes", with_grid())};
    GridView& grid{state.view.grid};
    grid.sizes = {"155/80A",  "160/84A",  "165/88A",  "170/92A", "175/96A",
                  "180/100A", "185/104A", "190/108A", "195/112A"};
    grid.colours = {"枫红", "墨黑", "雾蓝", "米白", "军绿", "Heather Grey / Black", "藏青", "驼色", "酒红"};
    grid.cells.clear();
    for (std::size_t i{0}; i < grid.sizes.size() * grid.colours.size(); ++i) {
        CellView cell;
        if (i % 7 != 6) cell.sku = {"W-" + std::to_string(i)};
        cell.here = static_cast<std::int64_t>(i * 5 % 4);
        cell.shops = static_cast<std::int64_t>(i * 7 % 130);
        cell.warehouse = static_cast<std::int64_t>(i * 31 % 1'400);
        cell.price = yuan(699);
        grid.cells.push_back(cell);
    }
    return state;
}

ScreenState small_grid()
{
    ScreenState state{rare("r_grid_one_size_unknown_stock", with_grid())};
    GridView& grid{state.view.grid};
    grid.sizes = {"均码"};
    grid.colours = {"驼色"};
    grid.cells.resize(1);
    grid.broken_sizes = false;
    grid.as_of_ms = 0;
    grid.note.clear();
    grid.member_price = yuan(629);
    return state;
}

void add_payments(std::vector<ScreenState>& states)
{
    ScreenState huge{rare("r_payment_huge", huge_amounts().view)};
    huge.memory.paying = true;
    huge.view.payment.quick_cash = {huge.view.cart.due, yuan(11'336'460), yuan(11'336'500), yuan(11'340'000)};
    states.push_back(std::move(huge));

    ScreenState card{rare("r_payment_card_too_much", paying())};
    card.memory.paying = true;
    card.memory.payment.tender = TenderKind::card;
    card.memory.payment.amount = "9999";
    states.push_back(std::move(card));

    ScreenState many{rare("r_payment_many_tenders", paying())};
    many.memory.paying = true;
    many.view.payment.tenders.assign(5, many.view.payment.tenders.front());
    many.view.banner = {"pay.too_much", "", true};
    states.push_back(std::move(many));
}

void add_approvals(std::vector<ScreenState>& states)
{
    ScreenState locked{rare("r_approval_locked", selling())};
    locked.view.approval = {"discount.needs_approval", "", Role::owner, {}};
    locked.view.session.people[2].locked_until_ms = locked.view.now_ms + 9 * minute_ms;
    states.push_back(std::move(locked));

    ScreenState nobody{rare("r_approval_nobody", selling())};
    nobody.view.approval = {"discount.needs_approval", "", Role::owner, {}};
    nobody.view.session.people.resize(2);
    states.push_back(std::move(nobody));
}

void add_members(std::vector<ScreenState>& states)
{
    ScreenState plain{rare("r_member_plain", at_work())};
    plain.memory.page = Go::members;
    plain.memory.member.finding = false;
    plain.view.member.emplace();
    plain.view.member->profile = {.member = {"M-2"}, .phone = "13911112222", .name = "李"};
    states.push_back(std::move(plain));

    ScreenState attached{rare("r_member_attached_no_hit", selling())};
    attached.memory.page = Go::members;
    attached.memory.member.finding = false;
    attached.view.member = attached.view.cart.member;
    states.push_back(std::move(attached));

    ScreenState none{rare("r_member_no_hit", at_work())};
    none.memory.page = Go::members;
    none.memory.member.digits = "9999";
    none.view.catalogue.searched = "9999";
    states.push_back(std::move(none));
}

void add_others(std::vector<ScreenState>& states)
{
    ScreenState categories{rare("r_sale_categories", at_work())};
    categories.memory.sale.catalogue.all_categories = true;
    for (int i{0}; i < 40; ++i) categories.view.catalogue.categories.push_back("系列 " + std::to_string(i));
    states.push_back(std::move(categories));

    ScreenState no_goods{rare("r_sale_no_goods", at_work())};
    no_goods.view.catalogue = {};
    states.push_back(std::move(no_goods));

    ScreenState nothing{rare("r_sale_nothing_found", at_work())};
    nothing.memory.sale.catalogue.active = true;
    nothing.memory.sale.catalogue.search.set("没有这样的东西");
    nothing.view.catalogue.searched = "没有这样的东西";
    states.push_back(std::move(nothing));

    ScreenState nobody{rare("r_sign_in_nobody", signed_out())};
    nobody.view.session.people.clear();
    states.push_back(std::move(nobody));

    ScreenState typed{rare("r_sign_in_long_pin", signed_out())};
    typed.memory.sign_in.name = "王芳";
    typed.memory.sign_in.pin = "123456789012";
    states.push_back(std::move(typed));

    ScreenState selling_still{rare("r_shift_cart_open", selling())};
    selling_still.memory.page = Go::shift;
    states.push_back(std::move(selling_still));

    ScreenState settings{rare("r_settings_alone", at_work())};
    settings.memory.page = Go::settings;
    settings.view.shop.has_office = false;
    states.push_back(std::move(settings));

    ScreenState syncing{rare("r_sale_first_sync", at_work())};
    syncing.view.sync.cursor = 6'200;
    states.push_back(std::move(syncing));

    ScreenState report{rare("r_report_quiet_day", at_work())};
    report.memory.page = Go::shift;
    report.memory.shift.step = ui::ShiftStep::report;
    report.view.close.report.emplace();
    report.view.close.report->kind = ReportView::Kind::day;
    report.view.close.report->business_date = "2026-11-21";
    report.view.close.report->by_hour.resize(24);
    states.push_back(std::move(report));
}

// What a page says of what is seldom there: other years, other goods, hours to come, a shop that is none.
void add_readings(std::vector<ScreenState>& states)
{
    ScreenState member{rare("r_member_next_year", at_work())};
    member.memory.page = Go::members;
    member.memory.member.finding = false;
    member.view.member = lin_xiaomei();
    member.view.member->points.next_expiry_on = "2027-12-31";
    member.view.member->last_purchases = {{{}, "Canvas Tote", "", {}, yuan(99), saturday_ms},
                                          {{}, "Merino Sweater", "Red S", {}, yuan(399), saturday_ms}};
    states.push_back(std::move(member));

    ScreenState early{rare("r_report_early", at_work())};
    early.memory.page = Go::shift;
    early.memory.shift.step = ui::ShiftStep::report;
    early.view.close.report.emplace();
    early.view.close.report->business_date = "2026-11-21";
    early.view.close.report->by_hour.resize(24);
    early.view.close.report->by_hour[5] = yuan(1'180);
    early.view.close.report->by_hour[7] = yuan(640);
    states.push_back(std::move(early));

    ScreenState goods{rare("r_goods_other", at_work())};
    goods.view.catalogue.tiles = {tile("T1", "帆布托特包", "Canvas Tote", "Bags", yuan(99), "卡其", 12),
                                  tile("T2", "直筒牛仔裤", "Straight Jeans", "Jeans", yuan(259), "牛仔蓝", 11'000),
                                  tile("T3", "纯棉T恤", "Cotton Tee", "Tops", yuan(79), "白色", 40),
                                  tile("T4", "西装外套", "Wool Blazer", "Jackets", yuan(899), "深灰", 4),
                                  tile("T5", "羊毛围巾", "Wool Scarf", "Extras", yuan(129), "酒红", 1),
                                  tile("T6", "新品", "Something New", "New", yuan(59), "青色", 7),
                                  tile("T7", "双排扣大衣", "Wool Coat", "Coats", yuan(1'299), "驼色", 3),
                                  tile("T8", "暖川羽绒裤", "Down Trousers", "裤装", yuan(459), "藏青", 2)};
    goods.view.catalogue.tiles[3].broken_sizes = true;
    states.push_back(std::move(goods));
}

void add_test_shop(std::vector<ScreenState>& states)
{
    const std::size_t first{states.size()};
    ScreenState pay{rare("r_test_shop_pay", paying())};
    pay.memory.page = Go::sell;
    pay.memory.paying = true;
    states.push_back(std::move(pay));
    states.push_back(rare("r_test_shop_done", paid()));
    ScreenState order{rare("r_test_shop_order", with_ways())};
    order.memory.capture.begin_order(order.view, order.view.grid.ways[1]);
    order.memory.capturing = true;
    states.push_back(std::move(order));
    for (std::size_t i{first}; i < states.size(); ++i) states[i].view.shop.test = true;
}

} // namespace

std::vector<ScreenState> rare_states()
{
    std::vector<ScreenState> states{many_lines(), huge_amounts(),  loading(),   toast_of_line(),
                                    alone(),      refusing(),      wide_grid(), small_grid()};
    add_payments(states);
    add_approvals(states);
    add_members(states);
    add_others(states);
    add_readings(states);
    add_test_shop(states);
    return states;
}

} // namespace guitai::test
