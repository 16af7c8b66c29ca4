// guitai-bench: how fast a till of many items is. Prints figures and ratios to a
// limit of the same run; it judges nothing.
#include "sync/events/event.hpp"
#include "terminal/app/till.hpp"
#include "terminal/store/inbox.hpp"
#include "terminal/store/make_shop.hpp"
#include "terminal/store/pins.hpp"
#include "terminal/store/till_store.hpp"
#include "tests/bench/big_shop.hpp"
#include "tests/bench/count_syncs.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/window_bench.hpp"
#include "tests/support/temp_folder.hpp"

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <fstream>
#include <random>
#include <string>
#include <unistd.h>
#include <vector>

using namespace guitai;
using namespace guitai::bench;

namespace {

struct MachineClock final : SettableClock {
    SystemClock machine;
    [[nodiscard]] std::int64_t now_ms() const override { return machine.now_ms(); }
    bool set(std::int64_t) override { return false; }
};

struct NoOffice final : SyncPort {
    [[nodiscard]] SyncView status() const override { return {}; }
    void hurry() override {}
};

struct NoPaper final : PrinterStatus {
    [[nodiscard]] bool ok() const override { return true; }
    [[nodiscard]] std::int64_t waiting() const override { return 0; }
    void wake() override {}
};

// A till with everything real but printer, office and window.
struct Counter {
    Counter(DataFolder folder, const MachineClock& clock) : store{std::move(folder), clock} {}

    [[nodiscard]] Ports ports(MachineClock& clock)
    {
        return {store.catalogue(), store.members(), store.staff(), store.orders(), store.days(),
                store.ledger(),    pins,            clock,         office,         paper,
                [this] { return store.shop(); }};
    }

    TillStore store;
    Argon2Pins pins;
    NoOffice office;
    NoPaper paper;
};

void must(const Result<void>& done, const char* what)
{
    if (done) return;
    fmt::print(stderr, "{}: {} {}\n", what, done.error().code, done.error().detail);
    std::exit(1);
}

void show(std::string_view what, const Samples& samples)
{
    fmt::print("{:<34} p50 {:8.3f} ms   p99 {:8.3f} ms   ({} times)\n", what, samples.at(0.5), samples.at(0.99),
               samples.count());
}

std::int64_t resident_mb()
{
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmRSS:", 0) == 0) return std::stoll(line.substr(6)) / 1'024;
    }
    return 0;
}

class Bench {
public:
    Bench(Till& till, TillStore& store, std::int64_t items) : m_till{till}, m_store{store}, m_items{items} {}

    void scans(int count)
    {
        Samples samples;
        for (int i{0}; i < count; ++i) {
            const std::string digits{barcode_of(any_item())};
            samples.time([&] { must(m_till.handle(ScanBarcode{digits}), "scan"); });
            if (i % 20 == 19) must(m_till.handle(ClearTicket{}), "clear");
        }
        must(m_till.handle(ClearTicket{}), "clear");
        show("scan to cart view", samples);
    }

    void searches(int count)
    {
        const std::vector<std::string> typed{"羽绒服", "羽", "yrf", "jdqbyrf", "BN00", "bn000123", "冲锋", "mj",
                                             "晨雾 外套", "20000000", "没有这个", "s"};
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

    // Sales of five lines paid in cash, interleaved with the least any program
    // could do: append the same bytes to a file and have the disk keep them.
    void sales(int rounds, const std::filesystem::path& plain_file)
    {
        constexpr int sales_a_round{50};
        const int file{::open(plain_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600)};
        Samples sales;
        Samples plain;
        std::int64_t syncs{0};
        for (int round{0}; round < rounds; ++round) {
            for (int i{0}; i < sales_a_round; ++i) {
                for (int line{0}; line < 5; ++line) must(m_till.handle(ScanBarcode{barcode_of(any_item())}), "scan");
                const Money due{m_till.view().cart.due};
                const std::int64_t before{syncs_so_far()};
                sales.time([&] { must(m_till.handle(Pay{TenderKind::cash, due, {}}), "pay"); });
                syncs += syncs_so_far() - before;
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
        show("the same bytes and fdatasync", plain);
        fmt::print("{:<34} {:.0f} a second, {:.2f} times the plain file, {:.3f} syncs a sale\n", "sales",
                   static_cast<double>(sales.count()) * 1'000 / sales.total(), plain.total() / sales.total(),
                   static_cast<double>(syncs) / static_cast<double>(sales.count()));
    }

    // News of the head office as it comes between two frames.
    void news(int events)
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

    // A change of prices: the heaviest single event there is.
    void prices(int events)
    {
        Samples samples;
        for (int i{0}; i < events; ++i) {
            ItemsListed listed;
            while (listed.items.size() < items_per_event_max) {
                auto item = m_store.catalogue().find_code(barcode_of(any_item()));
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

private:
    std::int64_t any_item() { return std::uniform_int_distribution<std::int64_t>{0, m_items - 1}(m_chance); }

    std::string last_event()
    {
        const Journal& journal{m_store.books().journal()};
        const TillNumber till{m_store.device().till};
        return journal.after(till, journal.head(till).number - 1, 1).at(0).text;
    }

    Till& m_till;
    TillStore& m_store;
    std::int64_t m_items;
    std::mt19937_64 m_chance{7};
};

void measure_till(const std::filesystem::path& folder_path, const ShopPlan& plan, std::int64_t items,
                  const std::filesystem::path& plain)
{
    MachineClock clock;
    const Stopwatch starting;
    auto folder = DataFolder::open(folder_path);
    if (!folder) return must(refuse(folder.error()), "open");
    Counter counter{std::move(*folder), clock};
    Till till{counter.ports(clock)};
    const std::size_t characters{counter.store.catalogue().characters().size()};
    fmt::print("{:<34} {:.1f} ms (till and the {} bytes of its characters)\n", "start to ready", starting.ms(),
               characters);

    must(till.handle(SignIn{plan.owner, plan.pin}), "sign in");
    must(till.handle(OpenShift{Money::from_minor(50'000)}), "open shift");
    Bench bench{till, counter.store, items};
    bench.scans(2'000);
    bench.searches(100);
    bench.sales(10, plain);
    bench.news(2'000);
    bench.prices(20);
    fmt::print("{:<34} {} MB\n", "memory", resident_mb());
}

// `guitai` stands beside this program.
void measure_glass(const std::filesystem::path& folder)
{
    const auto program = std::filesystem::read_symlink("/proc/self/exe").parent_path() / "guitai";
    const auto figures = measure_window(program, folder);
    if (!figures) return fmt::print("{:<34} not measured: no display and no Xvfb\n", "first picture");
    fmt::print("{:<34} {:.0f} ms from the start of the program\n", "first picture", figures->first_frame_ms);
    fmt::print("{:<34} {:.2f} % of a core, {} MB\n", "idle", figures->idle_percent, figures->resident_mb);
}

} // namespace

int main(int argc, char** argv)
{
    std::int64_t items{100'000};
    CLI::App app{"How fast a till is with a large catalogue. The folder it works in is thrown away."};
    app.add_option("--skus", items, "items in the catalogue")->check(CLI::Range(100, 5'000'000))->capture_default_str();
    CLI11_PARSE(app, argc, argv);

    const guitai::test::TempFolder temp;
    MachineClock clock;
    ShopPlan plan;
    plan.store = {"S01"};
    plan.pin = "246810";
    plan.catalogue = temp.write("goods.csv", catalogue_csv(items));
    const Stopwatch making;
    const auto made = make_shop(temp / "shop", plan, clock);
    if (!made) {
        fmt::print(stderr, "{}: {}\n", made.error().code, made.error().detail);
        return 1;
    }
    fmt::print("{:<34} {} items, {} styles in {:.1f} s\n", "catalogue imported", made->items, made->styles,
               making.ms() / 1'000);

    measure_till(temp / "shop", plan, static_cast<std::int64_t>(made->items), temp / "plain");
    measure_glass(temp / "shop");
    return 0;
}
