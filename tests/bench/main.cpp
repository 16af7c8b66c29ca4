// guitai-bench: how fast a till of many items, members and promotions is. Prints
// figures and ratios to a limit of the same run; it judges nothing.
#include "terminal/store/inbox.hpp"
#include "terminal/store/make_shop.hpp"
#include "tests/bench/big_shop.hpp"
#include "tests/bench/counted.hpp"
#include "tests/bench/counter.hpp"
#include "tests/bench/empty_window.hpp"
#include "tests/bench/glass_bench.hpp"
#include "tests/bench/measure.hpp"
#include "tests/bench/till_bench.hpp"
#include "tests/bench/window_bench.hpp"
#include "tests/support/temp_folder.hpp"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fstream>
#include <string>

using namespace guitai;
using namespace guitai::bench;

namespace {

std::int64_t resident_mb()
{
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.rfind("VmRSS:", 0) == 0) return std::stoll(line.substr(6)) / 1'024;
    }
    return 0;
}

// How large the shop is.
struct Size {
    std::int64_t items{100'000};
    std::int64_t members{100'000};
    std::int64_t promotions{2'000};
    std::string baskets; // A file of real ones; empty: none.
};

void hear_of_members(TillStore& store, std::int64_t members)
{
    constexpr std::int64_t members_a_slice{1'000};
    const Stopwatch hearing;
    const std::int64_t head{store.inbox().cursor()};
    for (std::int64_t first{1}; first <= members; first += members_a_slice) {
        const auto news = members_news(head + first, head + std::min(members, first + members_a_slice - 1));
        if (!store.inbox().accept(news)) std::exit(1);
    }
    fmt::print("{:<34} {} in {:.1f} s\n", "members heard of", members, hearing.ms() / 1'000);
}

void open_till(Till& till, const ShopPlan& plan)
{
    must(till.handle(SignIn{plan.owner, plan.pin}), "sign in");
    must(till.handle(OpenShift{Money::from_minor(50'000)}), "open shift");
}

void count_work(const std::filesystem::path& folder_path, const ShopPlan& plan, std::int64_t items)
{
    MachineClock clock;
    auto folder = DataFolder::open(folder_path);
    if (!folder) return must(refuse(folder.error()), "open");
    Counter counter{std::move(*folder), clock};
    Till till{counter.ports(clock)};
    open_till(till, plan);
    do_counted_work(till, counter.store, items);
}

void measure_till(const std::filesystem::path& folder_path, const ShopPlan& plan, const Size& size,
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

    hear_of_members(counter.store, size.members);
    open_till(till, plan);
    TillBench bench{till, counter.store, size.items};
    bench.scans(2'000);
    bench.searches(100);
    if (size.members > 0) bench.members(size.members, 200);
    bench.offers(50);
    if (std::ifstream baskets{size.baskets}; baskets) bench.baskets(baskets);
    measure_long_ticket(till, [&] { return bench.any_barcode(); });
    bench.sales(10, plain);
    bench.news(2'000);
    bench.prices(20);
    bench.chain(200, 200);
    fmt::print("{:<34} {} MB\n", "memory", resident_mb());
}

constexpr const char* empty_window{"--empty-window"};

// `guitai` stands beside this program.
void measure_glass(const std::filesystem::path& folder)
{
    const auto self = std::filesystem::read_symlink("/proc/self/exe");
    const auto figures = measure_window(self.parent_path() / "guitai", folder, {self.string(), empty_window});
    if (!figures) return fmt::print("{:<34} not measured: no display and no Xvfb\n", "first picture");
    fmt::print("{:<34} {:.0f} ms from the start of the program\n", "first picture", figures->first_frame_ms);
    fmt::print("{:<34} {:.0f} ms, so {:.2f} times that\n", "an empty window", figures->empty_window_ms,
               figures->first_frame_ms / figures->empty_window_ms);
    fmt::print("{:<34} {:.2f} % of a core, {} MB\n", "idle", figures->idle_percent, figures->resident_mb);
}

} // namespace

int main(int argc, char** argv)
{
    Size size;
    CLI::App app{"How fast a till of a large shop is. The folder it works in is thrown away."};
    app.add_option("--skus", size.items, "items in the catalogue")
        ->check(CLI::Range(100, 5'000'000))
        ->capture_default_str();
    app.add_option("--members", size.members, "members on file")
        ->check(CLI::Range(0, 5'000'000))
        ->capture_default_str();
    app.add_option("--promotions", size.promotions, "promotions in force")
        ->check(CLI::Range(0, 20'000))
        ->capture_default_str();
    app.add_option("--baskets", size.baskets, "a file of real baskets: names behind commas, a line each")
        ->check(CLI::ExistingFile);
    bool count_only{false};
    app.add_flag("--count", count_only, "only the work that packaging/count-instructions counts");
    bool only_window{false};
    app.add_flag(empty_window, only_window, "a window with nothing in it, to compare with");
    CLI11_PARSE(app, argc, argv);
    if (only_window) return show_empty_window();

    const guitai::test::TempFolder temp;
    MachineClock clock;
    ShopPlan plan;
    plan.store = {"S01"};
    plan.pin = "246810";
    plan.catalogue = temp.write("goods.csv", catalogue_csv(size.items));
    if (size.promotions > 0) plan.promotions = temp.write("offers.json", promotions_form(size.promotions));
    const Stopwatch making;
    const auto made = make_shop(temp / "shop", plan, clock);
    if (!made) {
        fmt::print(stderr, "{}: {}\n", made.error().code, made.error().detail);
        return 1;
    }
    fmt::print("{:<34} {} items, {} styles in {:.1f} s\n", "catalogue imported", made->items, made->styles,
               making.ms() / 1'000);

    size.items = static_cast<std::int64_t>(made->items);
    if (count_only) {
        count_work(temp / "shop", plan, size.items);
        return 0;
    }
    measure_till(temp / "shop", plan, size, temp / "plain");
    measure_glass(temp / "shop");
    return 0;
}
