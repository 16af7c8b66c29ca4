// Receipts all the way to the paper: laid out, turned into bytes, read back by a
// printer that is not ours, drawn, and scanned. The pictures are left to be looked at.
#include "terminal/device/escpos.hpp"
#include "terminal/domain/receipt.hpp"
#include "tests/support/catch.hpp"
#include "tests/support/escpos_printer.hpp"
#include "tests/support/folders.hpp"

#include <algorithm>
#include <fstream>
#include <map>

using namespace guitai;
using namespace guitai::literals;
using namespace guitai::test;

namespace {

using Table = std::map<std::string, std::string, std::less<>>;

Table words_in(const std::string& language)
{
    std::ifstream file{source_root() + "/assets/words/" + language + ".words"};
    REQUIRE(file);
    Table table;
    for (std::string line; std::getline(file, line);) {
        const std::size_t equals{line.find(" = ")};
        if (equals != std::string::npos) table[line.substr(0, equals)] = line.substr(equals + 3);
    }
    return table;
}

struct Paperwork {
    std::string language{};
    std::size_t columns{42};
    Table words{};

    Paperwork(std::string in, std::size_t across) : language{std::move(in)}, columns{across}, words{words_in(language)}
    {
    }
    [[nodiscard]] WordOf word() const
    {
        return [this](std::string_view key) {
            const auto found = words.find(key);
            return found == words.end() ? std::string{key} : found->second;
        };
    }
    [[nodiscard]] std::string name(const std::string& chinese, const std::string& english) const
    {
        return language == "en" ? english : chinese;
    }
};

SaleLine line(std::string name, std::string variant, std::int64_t milli, Money unit, Money total)
{
    SaleLine made;
    made.name = std::move(name);
    made.variant = std::move(variant);
    made.quantity = Quantity::from_milli(milli);
    made.unit = unit;
    made.total = total;
    made.discount = made.quantity.times(unit) - total;
    return made;
}

// Goods, weighed goods, a piece with its serial number, a return, a gift and an order on one ticket.
Receipt mixed_ticket(const Paperwork& work)
{
    Receipt receipt;
    SaleCompleted& sale{receipt.sale};
    sale.lines.push_back(line(work.name("云岭轻薄连帽羽绒服", "Yunling light hooded down jacket"), "雾蓝 170/92A", 2'000,
                              29'900_fen, 44'850_fen));
    sale.lines.back().why = {{"price.member", "", 14'950_fen}};
    sale.lines.push_back(line(work.name("龙井茶", "Longjing tea"), "", 177, 6'980_fen, 1'235_fen));
    sale.lines.push_back(line(work.name("智能手表", "Smart watch"), "黑 42", 1'000, 129'900_fen, 129'900_fen));
    sale.lines.back().serial = "SN-2026-000173";
    sale.lines.push_back(line(work.name("羊绒围巾", "Cashmere scarf"), "驼色", 1'000, 12'900_fen, 12'900_fen));
    sale.lines.back().line_kind = LineKind::return_;
    sale.lines.back().total = -(12'900_fen);
    sale.lines.back().discount = {};
    sale.lines.back().returned_receipt = {"S01-71-000412"};
    sale.lines.push_back(line(work.name("帆布袋", "Canvas bag"), "", 1'000, 0_fen, 0_fen));
    sale.lines.back().line_kind = LineKind::gift;
    sale.lines.push_back(line(work.name("松径短款羽绒服", "Songjing cropped down jacket with a detachable hood"),
                              "枫红 165/88A", 1'000, 69'900_fen, 69'900_fen));
    sale.lines.back().line_kind = LineKind::order;
    sale.lines.back().order = {"S01-71-D00001"};
    sale.receipt = {"S01-71-000173"};
    sale.store = {"S01"};
    sale.business_date = "2026-11-22";
    sale.staff = {work.name("王芳", "Wang Fang")};
    sale.total = 232'985_fen;
    sale.tax = 26'803_fen;
    sale.points_earned = 1'630;
    sale.tenders = {{TenderKind::cash, 100'000_fen, 100'000_fen, {}, ""},
                    {TenderKind::card, 132'980_fen, 132'980_fen, {}, "****4127"}};
    sale.tenders[1].rounded = 5_fen;
    sale.note = work.name("周三下午来取", "Will collect on Wednesday afternoon");
    receipt.shop_name = work.name("人民路店", "Renmin Road");
    receipt.at = "2026-11-22 14:05";
    receipt.member_name = work.name("林晓梅", "Lin Xiaomei");
    receipt.points_balance = 14'110;
    receipt.orders = {{{"S01-71-D00001"}, Delivery::ship, work.name("林晓梅", "Lin Xiaomei"), {}}};
    return receipt;
}

// A mountain over the shop's name would do; here it is a disc and a bar.
Raster logo()
{
    constexpr std::size_t width{240};
    constexpr std::size_t height{80};
    std::vector<std::uint8_t> rgba;
    for (std::size_t y{0}; y < height; ++y) {
        for (std::size_t x{0}; x < width; ++x) {
            const auto dx = static_cast<std::int64_t>(x) - 40;
            const auto dy = static_cast<std::int64_t>(y) - 40;
            const bool disc{dx * dx + dy * dy < 1'500};
            const bool bar{x > 100 && y > 25 && y < 55};
            const auto shade = static_cast<std::uint8_t>(disc ? 0 : bar ? x : 255);
            rgba.insert(rgba.end(), {shade, shade, shade, 255});
        }
    }
    return one_bit(width, height, rgba, 384, logo_rows_max);
}

const std::string signed_text{"GTR1.S01.S01-71-000173.20261122.232985." + std::string(103, 'Q')};

PrintJob job_of(const Paperwork& work, const Receipt& receipt)
{
    PrintJob job;
    job.text = receipt_text(receipt, work.columns, work.word());
    job.barcode = receipt.sale.receipt.text;
    if (receipt.copy != ReceiptCopy::gift) job.qr = signed_text;
    return job;
}

PaperSetup setup_of(const Paperwork& work, QrMaker qr)
{
    PaperSetup setup;
    setup.columns = work.columns;
    setup.logo = logo();
    setup.qr = qr;
    setup.again_mark = work.words.at("paper.again");
    return setup;
}

void leave_picture(const Paper& paper, const Paperwork& work, const std::string& name)
{
    const std::string file{name + "." + std::to_string(work.columns) + "." + work.language + ".png"};
    write_png(draw_paper(paper, dots_of(work.columns)), build_root() + "/pictures/paper/" + file);
}

std::vector<Paperwork> all_papers()
{
    std::vector<Paperwork> papers;
    for (const char* language : {"zh_CN", "en"}) {
        for (const std::size_t columns : {narrow_paper, wide_paper, widest_paper})
            papers.emplace_back(language, columns);
    }
    return papers;
}

bool holds(const std::vector<std::string>& lines, std::string_view text)
{
    return std::any_of(lines.begin(), lines.end(),
                       [&](const std::string& each) { return each.find(text) != std::string::npos; });
}

} // namespace

TEST_CASE("a mixed ticket fits on every paper in every language, and is scanned off it", "[paper]")
{
    for (const Paperwork& work : all_papers()) {
        INFO(work.language << " on " << work.columns);
        const PrintJob job{job_of(work, mixed_ticket(work))};
        for (const QrMaker qr : {QrMaker::printer, QrMaker::till}) {
            const Paper paper{print_out(escpos_bytes(job, setup_of(work, qr)))};
            CHECK(paper.columns == work.columns); // The rules reach the edge, and nothing goes beyond.
            CHECK(paper.barcodes == std::vector<std::string>{"S01-71-000173"});
            CHECK(paper.squares.size() == (qr == QrMaker::printer ? 1U : 0U));
            CHECK(paper.pictures == (qr == QrMaker::printer ? 1 : 3)); // The logo, and the code in two bands.
            CHECK(paper.cuts == 1);
            CHECK(!holds(paper.lines, "?"));
            leave_picture(paper, work, qr == QrMaker::printer ? "mixed" : "mixed_raster");
            if (!can_scan_pictures()) continue;
            const auto read = scan_picture(draw_paper(paper, dots_of(work.columns)));
            CHECK(std::count(read.begin(), read.end(), "CODE-128:S01-71-000173") == 1);
            CHECK(std::count(read.begin(), read.end(), "QR-Code:" + signed_text) == 1);
        }
    }
}

TEST_CASE("amounts stand under each other to the column, whatever signs are before them", "[paper]")
{
    for (const Paperwork& work : all_papers()) {
        const Paper paper{print_out(escpos_bytes(job_of(work, mixed_ticket(work)), setup_of(work, QrMaker::printer)))};
        int amounts{0};
        for (const PaperStrip& strip : paper.strips) {
            if (strip.signs.empty() || strip.align != PaperAlign::left) continue;
            std::string text;
            for (const PrintedSign& sign : strip.signs) text += sign.utf8;
            const bool is_amount{text.find("￥") != std::string::npos && text.size() > 3 &&
                                 text[text.size() - 3] == '.'};
            if (!is_amount) continue;
            INFO(work.language << " on " << work.columns << ": " << text);
            const PrintedSign& last{strip.signs.back()};
            CHECK(last.at_dots + 12 == work.columns * 12);
            ++amounts;
        }
        CHECK(amounts >= 3);
    }
}

TEST_CASE("a gift receipt and copies say what they are", "[paper]")
{
    for (const Paperwork& work : all_papers()) {
        INFO(work.language << " on " << work.columns);
        Receipt receipt{mixed_ticket(work)};
        receipt.copy = ReceiptCopy::gift;
        receipt.copy_number = 1;
        receipt.copied_at = "2026-11-22 16:30";
        const Paper gift{print_out(escpos_bytes(job_of(work, receipt), setup_of(work, QrMaker::printer)))};
        CHECK(!holds(gift.lines, "￥"));
        CHECK(!holds(gift.lines, work.name("林晓梅", "Lin Xiaomei")));
        CHECK(gift.squares.empty());
        leave_picture(gift, work, "gift");

        receipt.copy = ReceiptCopy::reprint;
        receipt.copy_number = 2;
        const PrintJob job{job_of(work, receipt)};
        const Paper again{print_out(escpos_bytes(job, setup_of(work, QrMaker::printer), Attempt::again))};
        CHECK(holds(again.lines, work.name("第2次", "Reprint 2")));
        CHECK(again.lines.front() == work.words.at("paper.again"));
        leave_picture(again, work, "reprint_again");
    }
}

TEST_CASE("a logo is black where it was dark and scattered where it was grey", "[paper]")
{
    const std::vector<std::uint8_t> pixels{0, 0, 0, 255, 255, 255, 255, 255, 0, 0, 0, 0, 255, 0, 0, 255};
    const Raster raster{one_bit(2, 2, pixels, 2, 2)};
    REQUIRE(raster.width == 2);
    CHECK(raster.is_black(0, 0));
    CHECK(!raster.is_black(1, 0));
    CHECK(!raster.is_black(0, 1)); // Nothing is there: paper.

    const std::vector<std::uint8_t> grey(64 * 64 * 4, 128);
    std::vector<std::uint8_t> opaque{grey};
    for (std::size_t at{3}; at < opaque.size(); at += 4) opaque[at] = 255;
    const Raster half{one_bit(64, 64, opaque, 64, 64)};
    std::size_t black{0};
    for (std::size_t y{0}; y < 64; ++y) {
        for (std::size_t x{0}; x < 64; ++x) black += half.is_black(x, y) ? 1U : 0U;
    }
    CHECK(black > 1'900);
    CHECK(black < 2'200);

    CHECK(one_bit(64, 64, opaque, 16, 100).height == 16);
    CHECK(one_bit(64, 64, opaque, 100, 16).width == 16);
    CHECK(one_bit(4, 4, {0, 0, 0, 255}, 4, 4).empty());
    CHECK(one_bit(0, 0, {}, 4, 4).empty());
}

TEST_CASE("a barcode that the paper is too narrow for is left out", "[paper]")
{
    PaperSetup narrow;
    narrow.columns = narrow_paper;
    const PrintJob job{"text\n", false, "RENMIN-RD-000001-A"};

    CHECK(print_out(escpos_bytes(job, narrow)).barcodes.empty());
    narrow.columns = widest_paper;
    CHECK(print_out(escpos_bytes(job, narrow)).barcodes.size() == 1);
}
