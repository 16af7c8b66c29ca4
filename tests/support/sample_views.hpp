// What a till could show, written by hand: a Saturday in an outerwear shop, for
// pictures and for screens that are tested without a till. Nothing in here is
// worked out; the amounts agree because somebody added them up.
#pragma once

#include "terminal/app/view.hpp"

#include <string>
#include <utility>
#include <vector>

// A sample names what it shows and leaves the rest as it is.
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

namespace guitai::test {

inline constexpr std::int64_t saturday_ms{1'795'224'480'000}; // 2026-11-21 09:28 in Shanghai.
inline constexpr std::int64_t minute_ms{60'000};

inline Money yuan(std::int64_t whole, std::int64_t fen = 0)
{
    return Money::from_minor(whole * 100 + fen);
}

inline PersonView person(std::string name, Role role)
{
    return {StaffName{std::move(name)}, role, 5, 0};
}

inline TillView signed_out()
{
    TillView view;
    view.now_ms = saturday_ms;
    view.shop = {.store = {"S01"}, .name = "人民路店", .till = 1, .has_office = true};
    view.session.people = {person("王芳", Role::clerk), person("陈立", Role::adviser), person("赵敏", Role::owner)};
    view.sync = {
        .cursor = 18'204, .office_head = 18'204, .reached = true, .contact_at_ms = saturday_ms - 2 * minute_ms};
    return view;
}

inline StyleTile tile(const char* style, const char* name, const char* name_en, const char* category, Money price,
                      const char* colour, std::int64_t here)
{
    StyleTile made;
    made.style = {style};
    made.name = name;
    made.name_en = name_en;
    made.category = category;
    made.price = price;
    made.first_colour = colour;
    made.here = here;
    return made;
}

inline void stock_shelves(TillView& view)
{
    CatalogueView& goods{view.catalogue};
    goods.categories = {"羽绒服", "长款", "马甲", "裤装", "童装", "配件", "风衣", "夹克", "毛衣"};
    goods.category = "羽绒服";
    goods.tiles = {
        tile("YL2201", "云岭轻薄连帽羽绒服", "Yunling Light Hooded Down", "羽绒服", yuan(299), "雾蓝", 23),
        tile("YS2118", "远山长款羽绒服", "Yuanshan Long Down", "长款", yuan(1099), "曜石黑", 8),
        tile("SJ2207", "松径短款羽绒服", "Songjing Short Down", "羽绒服", yuan(699), "枫红", 5),
        tile("CX2230", "初雪女式收腰羽绒服", "Chuxue Fitted Down", "羽绒服", yuan(759), "杏色", 14),
        tile("CW2210", "晨雾羽绒马甲", "Chenwu Down Vest", "马甲", yuan(359), "雾绿", 19),
        tile("BP2101", "北坡极寒派克大衣", "North Slope Parka", "长款", yuan(1899), "松绿", 3),
        tile("XS2305", "小石童装羽绒服", "Little Stone Kids Down", "童装", yuan(399), "向日黄", 31),
        tile("NC2216", "暖川羽绒裤", "Nuanchuan Down Trousers", "裤装", yuan(459), "藏青", 0),
        tile("QH2222", "青禾立领羽绒服", "Qinghe Stand Collar Down", "羽绒服", yuan(599), "青色", 11),
        tile("LR2240", "落日女式短羽绒", "Luori Cropped Down", "羽绒服", yuan(649), "玫红", 7),
        tile("YH2244", "夜航男式羽绒服", "Yehang Men's Down", "羽绒服", yuan(829), "藏青", 16),
        tile("XX2250", "雪线工装羽绒服", "Snowline Work Down", "羽绒服", yuan(999), "棕色", 6),
        tile("QY2260", "轻云内胆马甲", "Light Cloud Liner Vest", "马甲", yuan(259), "雾紫", 27),
        tile("XG2263", "溪谷亲子羽绒服", "Creek Family Down", "童装", yuan(529), "草绿", 9),
        tile("RM0101", "羊绒围巾", "Cashmere Scarf", "配件", yuan(129), "驼色", 1),
        tile("CF2270", "长风男式长款", "Changfeng Men's Long", "长款", yuan(1299), "深灰", 4),
    };
    goods.tiles[0].in_cart = 2;
    goods.tiles[1].in_cart = 1;
    goods.tiles[2].broken_sizes = true;
    goods.tiles[3].was_price = yuan(949);
    goods.tiles[4].member_price = yuan(323);
    goods.tiles[11].broken_sizes = true;
    goods.tiles[14].only_sku = {"RM0101-01"};
    goods.styles = static_cast<std::int64_t>(goods.tiles.size());
}

inline MemberView lin_xiaomei()
{
    MemberView member;
    member.profile = {.member = {"M-1-7"}, .phone = "13800004127", .name = "单晓梅", .reading = "Shàn",
                      .form_of_address = "女士", .tier = "gold", .birthday = "1988-11-21", .usual_size = "165/88A",
                      .note = "肩宽，170 也可以；不要羊毛内里（过敏）", .card = "C0001", .joined_on = "2023-09-02"};
    member.points = {12'480, 800, "2026-12-31"};
    member.birthday_today = true;
    member.usual_adviser = {"王芳"};
    member.open_orders.push_back({.order = {"S01-1-388"}, .state = OrderState::shipped, .name = "初雪收腰羽绒服",
                                  .variant = "米杏 160/84A", .promise_date = "2026-11-22", .total = yuan(759)});
    const auto ago = [](std::int64_t days) { return saturday_ms - days * 86'400'000; };
    member.last_purchases = {{{"QH22-03"}, "青禾立领羽绒服", "青色 165/88A", {}, yuan(599), ago(19)},
                             {{"LR22-03"}, "落日女式短羽绒", "玫红 165/88A", {}, yuan(649), ago(258)},
                             {{"YS21-04"}, "远山长款羽绒服", "曜石黑 165/88A", {}, yuan(1099), ago(340)}};
    return member;
}

inline TillView at_work()
{
    TillView view{signed_out()};
    view.session.staff = view.session.people.front();
    view.session.shift = 12;
    view.session.business_date = "2026-11-21";
    view.session.shift_opened_at_ms = saturday_ms - 20 * minute_ms;
    view.orders.waiting = 3;
    view.cart.parked = {{1, 3, saturday_ms - 8 * minute_ms, {"王芳"}, "周航", 2, yuan(1728)},
                        {2, 0, saturday_ms - 3 * minute_ms, {"王芳"}, "", 1, yuan(359)}};
    stock_shelves(view);
    view.catalogue.tiles[0].in_cart = 0;
    view.catalogue.tiles[1].in_cart = 0;
    return view;
}

inline CartLineView line(LineNumber number, const char* style, const char* name, const char* name_en,
                         const char* colour, const char* size, std::int64_t pieces, Money unit)
{
    CartLineView made;
    made.line = number;
    made.style = {style};
    made.sku = {std::string{style} + "-" + size};
    made.name = name;
    made.name_en = name_en;
    made.colour = colour;
    made.size = size;
    made.category = "羽绒服";
    made.quantity = Quantity::pieces(pieces);
    made.unit = unit;
    made.total = unit * pieces;
    return made;
}

// Five pieces for a member, with a discount, an order and a member price.
inline TillView selling()
{
    TillView view{at_work()};
    view.catalogue.tiles[0].in_cart = 2;
    view.catalogue.tiles[1].in_cart = 1;
    CartView& cart{view.cart};
    cart.member = lin_xiaomei();
    cart.lines = {line(1, "YL2201", "云岭轻薄连帽羽绒服", "Yunling Light Hooded Down", "雾蓝", "170/92A", 2, yuan(299)),
                  line(2, "YS2118", "远山长款羽绒服", "Yuanshan Long Down", "曜石黑", "175/96A", 1, yuan(1099)),
                  line(3, "SJ2207", "松径短款羽绒服", "Songjing Short Down", "枫红", "165/88A", 1, yuan(699)),
                  line(4, "CW2210", "晨雾羽绒马甲", "Chenwu Down Vest", "雾绿", "165/88A", 1, yuan(359))};
    cart.lines[0].why = {{"discount.line", "小瑕疵", yuan(149, 50)}};
    cart.lines[0].discount = yuan(149, 50);
    cart.lines[0].total = yuan(448, 50);
    cart.lines[1].why = {{"price.member", "", yuan(100)}};
    cart.lines[1].discount = yuan(100);
    cart.lines[1].total = yuan(999);
    cart.lines[2].kind = LineKind::order;
    cart.lines[2].delivery = Delivery::ship;
    cart.lines[2].recipient = {"单晓梅", "13800004127", "安徽省黄山市休宁县海阳镇迎宾大道16号3幢"};
    cart.pieces = 5;
    cart.subtotal = yuan(2755);
    cart.discount = yuan(249, 50);
    cart.total = yuan(2505, 50);
    cart.order_total = yuan(699);
    cart.due = yuan(2505, 50);
    view.payment.cash_due = cart.due;
    cart.points_earned = 2505;
    cart.last_touched = 1;
    return view;
}

// The same with all that offers can say of a ticket.
inline TillView selling_by_offers()
{
    TillView view{selling()};
    CartView& cart{view.cart};
    const OfferName full{"C300", "满 300 减 50", "50 off 300"};
    PriceReason share{"why.order.once", "", yuan(50), full.promotion, full.name, full.name_en, 2};
    share.measured = yuan(598);
    cart.lines[0].why = {{"why.unit.percent", "", yuan(59, 80), "FIFTH", "羽绒九折", "Ten off down", 2}, share};
    cart.lines[1].why = {{"why.price.member", "", yuan(100), "member_price", "会员价", "Member price", 1}};
    cart.lines[3].why = {{"why.manual", "小瑕疵", yuan(10)}};
    cart.coupons = {{"S01-1-000128-1", {"TEN", "满百减十券", "Ten off a hundred"}, true},
                    {"VIP88", {"VIP88", "会员日八八折", "Members' day 12% off"}, false}};
    cart.coupons_issued = {{{"NEXT", "下次券", "Next time"}, {"TEN", "满百减十券", "Ten off a hundred"}, 1}};
    HintView more{"unlock.spend_more", full};
    more.missing = yuan(42);
    more.gain = yuan(50);
    HintView third{"unlock.one_more", {"THIRD", "第三件半价", "Third one at half price"}};
    third.missing_quantity = 1;
    cart.unlock = {more, third};
    cart.total_before = yuan(2615, 50);
    return view;
}

inline TillView paying()
{
    TillView view{selling()};
    view.payment.tenders = {{TenderKind::card, yuan(1000), yuan(1000), {}, {}}};
    view.payment.received = yuan(1000);
    view.cart.due = yuan(1505, 50);
    view.payment.cash_due = view.cart.due;
    view.payment.quick_cash = {yuan(1505, 50), yuan(1510), yuan(1520), yuan(1550), yuan(1600), yuan(2000)};
    return view;
}

inline TillView paid()
{
    TillView view{at_work()};
    view.payment.done = SaleDone{.receipt = {"S01-1-403"}, .total = yuan(1505, 50), .given = yuan(1600),
                                 .change = yuan(94, 50), .points_earned = 2505, .points_balance = 14'985,
                                 .orders = {{"S01-1-402"}}};
    return view;
}

inline TillView with_grid()
{
    TillView view{at_work()};
    view.cart.member = lin_xiaomei();
    GridView& grid{view.grid};
    grid.style = {"SJ2207"};
    grid.name = "松径短款羽绒服";
    grid.name_en = "Songjing Short Down";
    grid.note = "90% 白鸭绒 · 充绒 180 克";
    grid.category = "羽绒服";
    grid.price = yuan(699);
    grid.colours = {"枫红", "墨黑", "雾蓝", "米白", "军绿"};
    grid.sizes = {"160/84A", "165/88A", "170/92A", "175/96A", "180/100A"};
    grid.broken_sizes = true;
    grid.as_of_ms = view.now_ms - 2 * minute_ms;
    constexpr std::int64_t here[5][5]{
        {2, 0, 3, 1, 0}, {4, 6, 5, 3, 2}, {1, 0, 2, 0, 1}, {0, 0, 1, 0, -1}, {3, 2, 4, 2, 0}};
    constexpr std::int64_t far[5][5]{{20, 36, 18, 9, 0}, {60, 80, 75, 44, 21}, {12, 0, 8, 15, 6}, {0, 0, 0, 4, 0},
                                     {18, 25, 22, 11, 0}};
    for (std::size_t row{0}; row < 5; ++row) {
        for (std::size_t i{0}; i < 5; ++i) {
            CellView cell;
            if (here[row][i] >= 0) cell.sku = {"SJ2207-" + std::to_string(row) + std::to_string(i)};
            cell.here = here[row][i];
            cell.shops = far[row][i] / 9;
            cell.warehouse = far[row][i];
            cell.price = yuan(699);
            grid.cells.push_back(cell);
        }
    }
    grid.cells[7].in_cart = 1;
    return view;
}

inline TillView with_ways()
{
    TillView view{with_grid()};
    view.grid.chosen = {"SJ2207-01"};
    view.grid.ways = {{.kind = WayKind::collect_elsewhere, .place_name = "文化路店", .place = {"S02"}, .pieces = 3,
                       .ready_on = "2026-11-21"},
                      {.kind = WayKind::ship_home, .pieces = 36, .ready_on = "2026-11-24"},
                      {.kind = WayKind::ship_to_shop, .pieces = 36, .ready_on = "2026-11-25"},
                      {.kind = WayKind::other_cell, .pieces = 6, .alternatives = {"墨黑 165/88A", "枫红 170/92A"},
                       .alternative_sku = {"SJ2207-11"}}};
    return view;
}

} // namespace guitai::test
