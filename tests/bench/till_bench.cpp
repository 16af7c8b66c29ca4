#include "tests/bench/till_bench.hpp"

#include "sync/events/event.hpp"
#include "terminal/store/inbox.hpp"
#include "tests/bench/big_shop.hpp"
#include "tests/bench/count_syncs.hpp"
#include "tests/bench/measure.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <functional>
#include <sstream>
#include <unistd.h>
#include <vector>

namespace guitai::bench {

void TillBench::scans(int count)
{
    Samples samples;
    for (int i{0}; i < count; ++i) {
        const std::string digits{any_barcode()};
        samples.time([&] { must(m_till.handle(ScanBarcode{digits}), "scan"); });
        if (i % 20 == 19) must(m_till.handle(ClearTicket{}), "clear");
    }
    must(m_till.handle(ClearTicket{}), "clear");
    show("scan to cart view", samples);
}

void TillBench::searches(int count)
{
    const std::vector<std::string> typed{"羽绒服", "羽", "yrf",       "jdqbyrf",  "BN00",     "bn000123",
                                         "冲锋",   "mj", "晨雾 外套", "20000000", "没有这个", "s"};
    Samples samples;
    for (int i{0}; i < count; ++i) {
        for (const std::string& text : typed) {
            samples.time([&] { must(m_till.handle(SearchFor{text, 20}), "search"); });
        }
    }
    must(m_till.handle(SearchFor{}), "search");
    show("search to view", samples);
    Samples grids;
    for (int i{0}; i < count; ++i) {
        const std::string style{style_of(any_item())};
        grids.time([&] { must(m_till.handle(OpenGrid{{style}}), "grid"); });
    }
    must(m_till.handle(CloseGrid{}), "grid");
    show("colour and size grid", grids);
    Samples tiles;
    for (int i{0}; i < count; ++i) {
        tiles.time([&] { must(m_till.handle(ScrollTiles{any_item() / items_per_style}), "tiles"); });
    }
    show("scroll the tiles", tiles);
}

void TillBench::sales(int rounds, const std::filesystem::path& plain_file)
{
    constexpr int sales_a_round{50};
    const int file{::open(plain_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)};
    Samples sales;
    Samples behind;
    Samples plain;
    std::int64_t syncs{0};
    for (int round{0}; round < rounds; ++round) {
        for (int i{0}; i < sales_a_round; ++i) {
            for (int line{0}; line < 5; ++line) must(m_till.handle(ScanBarcode{any_barcode()}), "scan");
            const Money due{m_till.view().cart.due};
            const std::int64_t before{syncs_so_far()};
            sales.time([&] { must(m_till.handle(Pay{TenderKind::cash, due, {}}), "pay"); });
            syncs += syncs_so_far() - before;
            behind.time([&] { m_store.settle(); });
            must(m_till.handle(NextCustomer{}), "next");
        }
        const std::string bytes{last_event()};
        for (int i{0}; i < sales_a_round; ++i) {
            plain.time([&] {
                if (::write(file, bytes.data(), bytes.size()) < 0 || ::fdatasync(file) != 0) std::exit(1);
            });
        }
    }
    ::close(file);
    show("durable sale of 5 lines", sales);
    show("  worked out when nobody waits", behind);
    show("the same bytes and fdatasync", plain);
    fmt::print("{:<34} {:.0f} a second, {:.2f} times the plain file, {:.3f} syncs a sale\n", "sales",
               static_cast<double>(sales.count()) * 1'000 / sales.total(), plain.total() / sales.total(),
               static_cast<double>(syncs) / static_cast<double>(sales.count()));
}

void TillBench::members(std::int64_t members, int count)
{
    Samples phones;
    Samples names;
    const auto anybody = [&] { return std::uniform_int_distribution<std::int64_t>{1, members}(m_chance); };
    for (int i{0}; i < count; ++i) {
        const std::string phone{phone_of(anybody())};
        phones.time([&] { must(m_till.handle(SearchFor{phone, 20}), "search"); });
        phones.time([&] { must(m_till.handle(SearchFor{phone.substr(7), 20}), "search"); });
        const std::string name{name_of(anybody())};
        names.time([&] { must(m_till.handle(SearchFor{name, 20}), "search"); });
    }
    for (const std::string initials : {"wwf", "shnn", "lmj", "cyg", "zf", "shang"}) {
        for (int i{0}; i < count / 10; ++i) names.time([&] { must(m_till.handle(SearchFor{initials, 20}), "search"); });
    }
    must(m_till.handle(SearchFor{}), "search");
    show("member by phone or its end", phones);
    show("member by name or initials", names);
}

void TillBench::offers(int tickets)
{
    Samples samples;
    std::size_t approximate{0};
    for (int ticket{0}; ticket < tickets; ++ticket) {
        for (int line{0}; line < 50; ++line) must(m_till.handle(ScanBarcode{promoted_barcode()}), "scan");
        for (int i{0}; i < 10; ++i) {
            const auto& lines = m_till.view().cart.lines;
            const LineNumber line{lines[static_cast<std::size_t>(m_chance() % lines.size())].line};
            samples.time([&] { must(m_till.handle(SetQuantity{line, Quantity::pieces(1 + i % 2)}), "quantity"); });
            approximate += m_till.view().cart.approximate ? 1 : 0;
        }
        must(m_till.handle(ClearTicket{}), "clear");
    }
    show("50 lines with offers priced again", samples);
    fmt::print("{:<34} {} of {} times\n", "  said to be approximate", approximate, samples.count());
}

void TillBench::baskets(std::istream& file)
{
    Samples samples;
    std::size_t baskets{0};
    std::size_t approximate{0};
    for (std::string line; std::getline(file, line);) {
        std::istringstream names{line};
        for (std::string name; std::getline(names, name, ',');) {
            const auto item = static_cast<std::int64_t>(std::hash<std::string>{}(name) % 4'096);
            const std::string digits{barcode_of(item % std::min(m_items, promoted_styles * items_per_style))};
            samples.time([&] { must(m_till.handle(ScanBarcode{digits}), "scan"); });
        }
        approximate += m_till.view().cart.approximate ? 1 : 0;
        ++baskets;
        if (!m_till.view().cart.lines.empty()) must(m_till.handle(ClearTicket{}), "clear");
    }
    show("scan into a real basket", samples);
    fmt::print("{:<34} {} of {} baskets\n", "  said to be approximate", approximate, baskets);
}

void TillBench::news(int events)
{
    std::vector<std::string> lines;
    const std::int64_t head{m_store.inbox().cursor()};
    for (int i{1}; i <= events; ++i) {
        StockMoved moved{StockReason::sold, 9, i, {}};
        for (int move{0}; move < 5; ++move) {
            moved.moves.push_back({{"S02"}, {style_of(any_item()) + "-03"}, Quantity::pieces(-1)});
        }
        lines.push_back(encode({office_origin, head + i, 1, std::move(moved)}));
    }
    Samples slices;
    for (std::size_t first{0}; first < lines.size();) {
        const std::size_t count{Inbox::slice_of(lines, first)};
        const auto from = lines.begin() + static_cast<std::ptrdiff_t>(first);
        const std::vector<std::string> slice{from, from + static_cast<std::ptrdiff_t>(count)};
        slices.time([&] {
            if (!m_store.inbox().accept(slice)) std::exit(1);
        });
        first += count;
    }
    show("a slice of stock news", slices);
}

void TillBench::prices(int events)
{
    Samples samples;
    for (int i{0}; i < events; ++i) {
        ItemsListed listed;
        while (listed.items.size() < items_per_event_max) {
            auto item = m_store.catalogue().find_code(any_barcode());
            item->price += Money::from_minor(100);
            listed.items.push_back(std::move(*item));
        }
        const std::vector<std::string> lines{
            encode({office_origin, m_store.inbox().cursor() + 1, 1, std::move(listed)})};
        samples.time([&] {
            if (!m_store.inbox().accept(lines)) std::exit(1);
        });
    }
    show("200 new prices", samples);
}

void TillBench::chain(int shops, int count)
{
    constexpr std::int64_t styles{20};
    FulfilmentSet rules;
    for (int shop{0}; shop < shops; ++shop) {
        PlaceSet place;
        place.place = {fmt::format("C{:03}", shop)};
        place.name = fmt::format("分店 {}", shop);
        StockMoved stock{StockReason::counted, 0, 0, {}};
        for (std::int64_t item{0}; item < styles * items_per_style; ++item) {
            const Sku sku{m_store.catalogue().find_code(barcode_of(item))->sku};
            stock.moves.push_back({place.place, sku, Quantity::pieces(1 + (shop + item) % 4)});
        }
        OrderTaken order;
        order.order = make_order_id(place.place, 1'000 + shop, 1);
        order.store = {"S99"};
        order.sku = stock.moves[static_cast<std::size_t>(shop) % stock.moves.size()].sku;
        order.quantity = Quantity::pieces(1);
        rules.places.push_back({place.place, true, 100, Quantity::pieces(shop % 2), {}, {}});
        tell({place, stock, order, OrderAccepted{order.order, place.place, "2026-12-01"}});
    }
    tell({rules});
    Samples samples;
    for (int i{0}; i < count; ++i) {
        must(m_till.handle(OpenGrid{{style_of(i % styles * items_per_style)}}), "grid");
        const Sku sku{m_till.view().grid.cells[static_cast<std::size_t>(i) % items_per_style].sku};
        samples.time([&] { must(m_till.handle(ChooseCell{sku}), "cell"); });
    }
    must(m_till.handle(CloseGrid{}), "grid");
    show(fmt::format("a cell of {} shops", shops), samples);
}

void TillBench::tell(std::vector<EventBody> news)
{
    std::vector<std::string> lines;
    for (EventBody& body : news) {
        const auto number = m_store.inbox().cursor() + std::ssize(lines) + 1;
        lines.push_back(encode({office_origin, number, 1, std::move(body)}));
    }
    if (!m_store.inbox().accept(lines)) std::exit(1);
}

std::string TillBench::any_barcode() { return barcode_of(any_item()); }

std::string TillBench::promoted_barcode()
{
    const std::int64_t items{std::min(m_items, promoted_styles * items_per_style)};
    return barcode_of(std::uniform_int_distribution<std::int64_t>{0, items - 1}(m_chance));
}

std::string TillBench::last_event()
{
    const Journal& journal{m_store.books().journal()};
    const TillNumber till{m_store.device().till};
    return journal.after(till, journal.head(till).number - 1, 1).at(0).text;
}

} // namespace guitai::bench
