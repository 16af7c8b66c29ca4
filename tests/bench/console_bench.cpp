// guitai-console-bench: how fast the console's pages are with many orders behind them. Fills a head office, asks for
// every page as a browser would, without a socket, and prints the median, the slowest of a hundred and the bytes.
#include "sync/office/console/console.hpp"
#include "sync/office/projections/order_search.hpp"
#include "tests/bench/big_office.hpp"
#include "tests/support/temp_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <time.h>
#include <vector>

using namespace guitai;
using namespace guitai::bench;
using namespace guitai::office;

namespace {

class SomeChance final : public Chance {
public:
    void fill(std::span<std::uint8_t> bytes) override
    {
        for (std::uint8_t& byte : bytes) byte = m_next = static_cast<std::uint8_t>(m_next * 73 + 41);
    }

private:
    std::uint8_t m_next{7};
};

struct Asked {
    std::string name;
    std::string place;
};

std::vector<Asked> pages(database::Connection& reads)
{
    OrderSearch any;
    const auto orders = search_orders(reads, any, 1, 100).orders;
    const OrderPlaced some{orders.empty() ? OrderPlaced{} : orders.front().row.placed};
    const std::string order{escaped(some.order.text)};
    std::string many{order};
    for (const DeskOrder& each : search_orders(reads, any, 50).orders) {
        many += "," + escaped(each.row.placed.order.text);
    }
    const std::string style{some.sku.text.substr(0, some.sku.text.find('-'))};
    return {{"desk, open", "/console/orders"},
            {"desk, all", "/console/orders?state=all"},
            {"desk, all, the last page", "/console/orders?state=all&page=1000"},
            {"desk, overdue only", "/console/orders?overdue=1"},
            {"desk, one shop", "/console/orders?shop=S03&state=all"},
            {"desk, a whole number", "/console/orders?q=" + order},
            {"desk, a phone", "/console/orders?q=" + some.recipient.phone},
            {"desk, a style (part)", "/console/orders?q=" + style},
            {"desk, part of a name", "/console/orders?q=" + escaped("收件人12")},
            {"desk, two words", "/console/orders?q=" + escaped("羽绒服 米白")},
            {"desk, nothing fits", "/console/orders?q=nothing-like-it"},
            {"an order", "/console/orders/" + order},
            {"pick list of 51", "/console/orders/pick?orders=" + many},
            {"packing slips of 51", "/console/orders/slips?orders=" + many},
            {"stock", "/console/stock"},
            {"stock, searched", "/console/stock?q=" + escaped("羽绒服 L")},
            {"stock, last page", "/console/stock?page=72"},
            {"movements", "/console/stock/" + escaped(some.sku.text)},
            {"catalogue", "/console/catalogue"},
            {"a style", "/console/catalogue/" + style},
            {"promotions", "/console/promotions"},
            {"sales", "/console/sales"},
            {"a receipt", "/console/sales/" + escaped(some.receipt.text)},
            {"market", "/console/market"},
            {"market, a style", "/console/market/YL2000"},
            {"shops", "/console/shops"},
            {"a shop", "/console/shops/S01"},
            {"a member", "/console/service?q=" + some.member.text},
            {"a member, her orders", "/console/service?kind=orders&q=" + some.member.text},
            {"calls", "/console/calls?q=" + some.recipient.phone},
            {"approvals", "/console/approvals"},
            {"people", "/console/people"},
            {"audit", "/console/audit"},
            {"audit, a kind", "/console/audit?kind=order_shipped"},
            {"audit, a person, page 500", "/console/audit?page=500&actor=" + escaped(office_person)}};
}

// Somebody at a browser, signed in.
class Visitor {
public:
    Visitor(Office& office, database::Connection& reads, OfficeClock& clock, const Renderer& renderer)
        : m_reads{reads}, m_clock{clock}, m_writing{office}, m_console{renderer, m_writing, clock},
          m_api{m_writing, clock, &m_console}
    {
        const std::string form{fmt::format("name={}&pin={}", escaped(office_person), bench_pin)};
        const Response in{m_api.handle(m_reads, {"POST", "/console/sign-in", {}, form, false})};
        for (const auto& [name, value] : in.headers) {
            if (name == "Set-Cookie") m_cookie = value.substr(0, value.find(';'));
        }
    }

    Response get(const std::string& place)
    {
        m_clock.at_ms += 1'000; // Nobody is faster than that, and no pace is kept up.
        return m_api.handle(m_reads, {"GET", place, {{"cookie", m_cookie}}, {}, false});
    }

private:
    database::Connection& m_reads;
    OfficeClock& m_clock;
    WritingAtOnce m_writing;
    Console m_console;
    Api m_api;
    std::string m_cookie;
};

// Of this thread: what the page takes, whoever else is on the machine.
double cpu_ms()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double ms_since(std::chrono::steady_clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

int measure(Visitor& visitor, const std::vector<Asked>& asked, std::int64_t rounds)
{
    int wrong{0};
    fmt::print("{:<30} {:>8} {:>8} {:>8} {:>8} {:>9}\n", "page", "p50 ms", "p99 ms", "cpu p50", "cpu p99", "bytes");
    for (const Asked& page : asked) {
        std::vector<double> times;
        std::vector<double> worked;
        std::size_t bytes{0};
        for (std::int64_t round{0}; round < rounds; ++round) {
            const auto begin = std::chrono::steady_clock::now();
            const double worked_before{cpu_ms()};
            const Response response{visitor.get(page.place)};
            times.push_back(ms_since(begin));
            worked.push_back(cpu_ms() - worked_before);
            bytes = response.body.size();
            if (response.status != 200 && round == 0) {
                fmt::print("{} answers {}\n", page.place, response.status);
                ++wrong;
            }
        }
        const auto at = [](std::vector<double>& sorted, double part) {
            std::sort(sorted.begin(), sorted.end());
            return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
        };
        fmt::print("{:<30} {:>8.1f} {:>8.1f} {:>8.1f} {:>8.1f} {:>9}\n", page.name, at(times, 0.5), at(times, 0.99),
                   at(worked, 0.5), at(worked, 0.99), bytes);
    }
    return wrong;
}

} // namespace

// guitai-console-bench [ORDERS [ROUNDS [FILE]]]: FILE is kept, and filled only where it is not there yet.
int main(int argc, char** argv)
{
    OfficeSize size;
    if (argc > 1) size.orders = std::atoll(argv[1]);
    const std::int64_t rounds{argc > 2 ? std::atoll(argv[2]) : 30};
    const test::TempFolder folder;
    const std::string file{argc > 3 ? argv[3] : (folder / "office.db").string()};
    const bool is_new{!std::filesystem::exists(file)};
    OfficeClock clock;
    SomeChance chance;
    const auto writes = database::open("sqlite:" + file);
    auto office = Office::open(*writes, clock, chance);
    if (!office) return 1;
    const auto begin = std::chrono::steady_clock::now();
    if (is_new) fill_office(**office, clock, size, {});
    fmt::print("{} orders, filled in {:.0f} s\n", size.orders, ms_since(begin) / 1'000);
    const auto reads = database::open("sqlite:" + file, database::Access::read_only);
    const auto renderer = Renderer::load(std::string{SOURCE_ROOT} + "/assets/console");
    if (!renderer) return 1;
    Visitor visitor{**office, *reads, clock, **renderer};
    return measure(visitor, pages(*reads), rounds) == 0 ? 0 : 1;
}
