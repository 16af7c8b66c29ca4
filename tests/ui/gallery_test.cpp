#include "terminal/ui/widgets/kit.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/folders.hpp"
#include "tests/support/headless_ui.hpp"

using namespace guitai;
using namespace guitai::ui;

namespace {

void draw_colours(Ui& ui, Rect row)
{
    const Palette& p{ui.colour()};
    const std::array<std::pair<std::string_view, ImU32>, 14> colours{{{"canvas", p.canvas},
                                                                      {"surface", p.surface},
                                                                      {"sunken", p.sunken},
                                                                      {"line", p.line},
                                                                      {"outline", p.outline},
                                                                      {"ink", p.ink},
                                                                      {"ink_soft", p.ink_soft},
                                                                      {"ink_faint", p.ink_faint},
                                                                      {"primary", p.primary},
                                                                      {"p_soft", p.primary_soft},
                                                                      {"gold", p.gold},
                                                                      {"save", p.save},
                                                                      {"danger", p.danger},
                                                                      {"info", p.info}}};
    for (int i{0}; i < 14; ++i) {
        const Rect at{row.cell(i, 14, 0, 1, 8.0F)};
        const auto& [name, colour] = colours[static_cast<std::size_t>(i)];
        ui.canvas.fill({at.x, at.y, at.w, 56.0F}, colour);
        ui.canvas.stroke({at.x, at.y, at.w, 56.0F}, p.line);
        ui.canvas.text({at.x, at.y + 60.0F, at.w + 8.0F, 20.0F}, Type::caption, p.ink_faint, name);
    }
}

void draw_buttons(Ui& ui, Rect row)
{
    const std::array<ButtonLook, 7> looks{{{.kind = Kind::main, .icon = icon::payments, .label = "平常"},
                                           {.kind = Kind::main, .icon = icon::payments, .label = "按下"},
                                           {.kind = Kind::main, .icon = icon::payments, .label = "键盘焦点"},
                                           {.icon = icon::payments, .label = "不可用", .enabled = false},
                                           {.kind = Kind::tinted, .icon = icon::payments, .label = "已选"},
                                           {.kind = Kind::danger, .icon = icon::delete_icon, .label = "危险"},
                                           {.kind = Kind::quiet, .icon = icon::payments, .label = "安静"}}};
    ui.show_pressed = "button/1";
    ui.show_focused = "button/2";
    for (int i{0}; i < 7; ++i) {
        (void)button(ui, "button/" + std::to_string(i), row.cell(i, 7, 0, 1, 16.0F),
                     looks[static_cast<std::size_t>(i)]);
    }
}

void draw_choices(Ui& ui, Rect row)
{
    const std::array<std::string_view, 3> segments{"付全款", "付定金", "货到付款"};
    (void)segmented(ui, "segments", row.cut_left(380.0F, 24.0F), segments, 1);
    (void)stepper(ui, "stepper", row.cut_left(174.0F, 22.0F).inset(0.0F, 2.0F), "2");
    Rect chips{row.x, row.y + 8.0F, row.w, 44.0F};
    (void)chip(ui, "chip/on", chips.cut_left(chip_width(ui.canvas, "长款"), 12.0F), "长款", true);
    (void)chip(ui, "chip/off", chips.cut_left(chip_width(ui.canvas, "马甲"), 20.0F), "马甲", false);
    ImVec2 at{chips.x, chips.mid_y()};
    at.x += 8.0F + tag(ui.canvas, at, Tone::gold, icon::stars, "金卡");
    at.x += 8.0F + tag(ui.canvas, at, Tone::save, icon::local_offer, "第二件半价");
    at.x += 8.0F + tag(ui.canvas, at, Tone::danger, icon::error_outline, "断码");
    tag(ui.canvas, at, Tone::info, icon::local_shipping, "已发货");
}

void draw_fields(Ui& ui, Rect row)
{
    (void)field(ui, "field/empty", row.cut_left(400.0F, 16.0F), "",
                {.icon = icon::search, .hint = "款号、名称、拼音、手机号"});
    (void)field(ui, "field/active", row.cut_left(400.0F, 16.0F), "138 0000", {.icon = icon::phone, .active = true});
    (void)banner(ui, "banner", row, Tone::danger, icon::error_outline, "没有这个条码", "新建");
}

void draw_goods(Ui& ui, Rect side)
{
    Rect left{side.cut_left(180.0F, 20.0F)};
    const TileLook tile{.name = "晨雾羽绒马甲",
                        .style_number = "CW2210",
                        .price = "¥323",
                        .old_price = "¥359",
                        .promotion = "满2件9折",
                        .stock = "余 19",
                        .goods = {.cut = Cut::vest, .cloth = rgb(0x7F9C80)},
                        .in_cart = 1,
                        .broken_sizes = true,
                        .broken_label = "断码"};
    (void)product_tile(ui, "tile", left.cut_top(240.0F), tile);
    const std::array<CellLook, 4> cells{{{.here = 4, .shops = 9, .warehouse = 60},
                                         {.here = 1, .shops = 2, .warehouse = 12, .wanted = 1},
                                         {.here = 0, .shops = 4, .warehouse = 36, .chosen = true},
                                         {.here = 0, .shops = 1, .warehouse = 0}}};
    const Rect grid{side.cut_top(200.0F, 16.0F)};
    for (int i{0}; i < 4; ++i) {
        (void)grid_cell(ui, "cell/" + std::to_string(i), grid.cell(i % 2, 2, i / 2, 2, 8.0F),
                        cells[static_cast<std::size_t>(i)]);
    }
    progress(ui.canvas, side.cut_top(12.0F, 12.0F), 0.6F, Tone::gold);
    pin_dots(ui.canvas, side.cut_top(40.0F), 3, 4);
    pin_dots(ui.canvas, side.cut_top(40.0F), 4, 4, PinState::wrong);
}

void draw_gallery(Ui& ui)
{
    Rect page{ui.page.inset(24.0F, 20.0F)};
    draw_colours(ui, page.cut_top(84.0F, 12.0F));
    draw_buttons(ui, page.cut_top(64.0F, 48.0F));
    draw_choices(ui, page.cut_top(60.0F, 16.0F));
    draw_fields(ui, page.cut_top(56.0F, 16.0F));
    (void)number_pad(ui, "pad", page.cut_left(300.0F, 20.0F), {.corner = PadCorner::double_zero});
    const Rect chart{page.cut_right(442.0F, 20.0F)};
    ui.canvas.card(chart);
    bar_chart(ui.canvas, chart.inset(16.0F), {{"A", 12, "12"}, {"B", 19, "19"}, {"C", 7, "7"}, {"D", 15, "15"}});
    const Rect foot{page.cut_bottom(56.0F, 16.0F)};
    draw_goods(ui, page);
    (void)toast(ui, "toast", foot, icon::delete_icon, "已删除 羊绒围巾", "撤销");
}

void draw_second_page(Ui& ui)
{
    Rect page{ui.page};
    Rect board{page.cut_bottom(keyboard_height)};
    const std::array<std::string, 6> candidates{"休宁", "修宁", "秀宁", "休", "修", "秀"};
    (void)keyboard(ui, board,
                   {.spelling = "xiu'ning",
                    .candidates = candidates,
                    .space_word = ui.word("keyboard.space"),
                    .done_word = ui.word("keyboard.done"),
                    .language_word = ui.word("keyboard.language"),
                    .symbols_word = ui.word("keyboard.symbols")});
    page = page.inset(20.0F);
    Rect ticket{page.cut_right(424.0F, 20.0F)};
    ui.canvas.card(ticket);
    ticket = ticket.inset(0.0F, 8.0F);
    const std::array<ReasonLook, 2> reasons{
        {{"第二件半价", "−¥149.50"}, {"金卡积分 1.5 倍", "", icon::stars, Tone::gold}}};
    const LineLook open{.name = "云岭轻薄连帽羽绒服",
                        .variant = "雾蓝 · 170/92A",
                        .unit_price = "2 × ¥299.00",
                        .total = "¥448.50",
                        .quantity = "2",
                        .reasons = reasons,
                        .goods = {.cloth = rgb(0x6C8FB8)},
                        .chosen = true};
    LineLook order{open};
    order.kind = LineKind::order;
    order.kind_word = "订";
    order.name = "北坡极寒派克大衣特别长的名字放不下";
    order.chosen = false;
    (void)cart_line(ui, "line/0", ticket.cut_top(cart_line_height(open.reasons.size(), open.chosen), 4.0F), open);
    (void)cart_line(ui, "line/1", ticket.cut_top(cart_line_height(order.reasons.size(), order.chosen)), order);
    (void)list_row(ui, "row/0", page.cut_top(row_height),
                   {.icon = icon::local_shipping,
                    .tone = Tone::info,
                    .title = "松径短款羽绒服",
                    .note = "枫红 165/88A · 林晓梅",
                    .figure = "¥699.00",
                    .figure_note = "2 分钟前",
                    .tag = "已发货",
                    .opens = true});
    (void)list_row(ui, "row/1", page.cut_top(row_height),
                   {.icon = icon::person,
                    .title = "A name that is far too long for one row of this list to hold",
                    .note = "Noted",
                    .figure = "¥1,099.00",
                    .tag = "To confirm",
                    .chosen = true});
    statistic(ui.canvas, page.cut_top(64.0F, 8.0F), "可用积分", "12,480", ui.colour().gold);
    (void)banner(ui, "banner/0", page.cut_top(72.0F, 8.0F), Tone::gold, icon::warning,
                 "Head office cannot be reached. Orders are noted now and confirmed as soon as the line is back; keep "
                 "selling",
                 "Details");
    avatar(ui.canvas, {page.x + 30.0F, page.y + 40.0F}, 24.0F, "王芳", Tone::gold);
    for (int i{0}; i < 5; ++i) {
        goods_picture(ui, {page.x + 80.0F + 90.0F * static_cast<float>(i), page.y, 82.0F, 82.0F},
                      {.cut = static_cast<Cut>(i), .cloth = rgb(0xB5463A)}, radius_s, ImDrawFlags_RoundCornersAll);
    }
}

void draw_sheet_page(Ui& ui)
{
    draw_gallery(ui);
    Sheet sheet{ui, "approval", {440.0F, 520.0F}};
    Rect in{sheet.inside()};
    (void)sheet.head(in, "请店长同意");
    pin_dots(ui.canvas, in.cut_top(40.0F, 8.0F), 2, 4);
    (void)button(ui, "approval/go", in.cut_bottom(64.0F, 12.0F),
                 {.kind = Kind::main, .label = "同意", .type = Type::title});
    (void)number_pad(ui, "approval/pad", in, {.enabled = false});
}

const std::string folder{test::build_root() + "/pictures/kit/"};

} // namespace

TEST_CASE("every part of the kit is drawn in both themes with every character it needs", "[ui][picture]")
{
    for (const Theme theme : {Theme::light, Theme::dark}) {
        test::HeadlessUi ui{{.look = {.theme = theme}}};
        const std::string suffix{theme == Theme::dark ? "_dark.png" : ".png"};

        const test::Picture kit{ui.picture(draw_gallery)};
        const test::Picture more{ui.picture(draw_second_page)};
        const test::Picture sheet{ui.picture(draw_sheet_page)};

        test::write_png(kit, folder + "kit" + suffix);
        test::write_png(more, folder + "more" + suffix);
        test::write_png(sheet, folder + "sheet" + suffix);
        CHECK(ui.ui().canvas.take_missing().empty());
        CHECK(ui.words().missing().empty());
        // The canvas is not one colour: something was drawn.
        CHECK(test::differing_pixels(kit, more, 8) > 100'000);
    }
}

TEST_CASE("a picture at scale 1.25 has the device's pixels", "[ui][picture]")
{
    test::HeadlessUi ui{{.width = 1920.0F, .height = 1080.0F, .language = Language::english}};

    const test::Picture picture{ui.picture(draw_second_page)};

    test::write_png(picture, folder + "more_1920x1080.png");
    CHECK(picture.width == 1920);
    CHECK(picture.height == 1080);
}
