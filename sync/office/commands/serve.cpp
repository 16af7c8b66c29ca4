#include "sync/office/commands/serve.hpp"

#include "sync/journal/journal.hpp"
#include "sync/office/api.hpp"
#include "sync/office/console/console.hpp"
#include "sync/office/member_site/member_site.hpp"
#include "sync/office/office.hpp"
#include "sync/office/restored.hpp"
#include "sync/office/webhook_caller.hpp"

#include <spdlog/spdlog.h>

#include <filesystem>
#include <sys/resource.h>

namespace guitai::office {
namespace {

// In the source tree, seen from build/release/bin; else where the package puts it.
std::string find_assets()
{
    std::error_code ignored;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", ignored);
    const auto beside = program.parent_path() / "../../../assets";
    if (std::filesystem::exists(beside / "console", ignored)) return beside.lexically_normal().string();
    return "/usr/share/guitai/assets";
}

// Every till holds a connection open; most machines allow a program only 1,024 unless it asks.
void allow_many_connections()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

std::filesystem::path witness_of(const ServeOptions& options)
{
    constexpr std::string_view sqlite{"sqlite:"};
    if (!options.witness.empty()) return options.witness;
    if (options.database.rfind(sqlite, 0) != 0) return {};
    const std::string path{options.database.substr(sqlite.size(), options.database.find('?') - sqlite.size())};
    return path == ":memory:" ? std::string{} : path + ".witness";
}

Result<void> call_witness(Office& office, Witness& witness)
{
    database::Transaction open{office.connection()};
    if (auto heard = hear_witness(office, open, witness); !heard) return heard;
    open.commit();
    office.believe(witness);
    if (is_recovering(office.connection())) {
        spdlog::warn("these books were put back to an older copy: points go on when all tills have reported");
    }
    return {};
}

} // namespace

Result<void> serve(const ServeOptions& options, const std::function<void(const std::string&)>& listening)
{
    // The address first: a second office on the same port must not even touch the books.
    auto server = HttpServer::listen(options.listen);
    if (!server) return refuse(server.error());

    allow_many_connections();
    const std::string assets{options.assets.empty() ? find_assets() : options.assets};
    const auto renderer = Renderer::load(assets + "/console");
    if (!renderer && !options.assets.empty()) return refuse(renderer.error());
    // Tills must be served even where somebody forgot to install the pages.
    if (!renderer) spdlog::warn("no console: {}", renderer.error().detail);

    const SystemClock clock;
    SystemChance chance;
    const auto connection = database::open(options.database);
    auto office = Office::open(*connection, clock, chance);
    if (!office) return refuse(office.error());

    const std::filesystem::path witness_path{witness_of(options)};
    WitnessFile witness{witness_path};
    if (witness_path.empty()) spdlog::warn("no --witness: books put back to an older copy are known by the tills only");
    else if (auto heard = call_witness(**office, witness); !heard) return heard;

    const auto open_reads = [&options] { return database::open(options.database, database::Access::read_only); };
    Bell bell;
    Writer writer{**office, [&server, &bell] {
                      (*server)->news();
                      bell.ring();
                  }};
    const WebhookCaller webhooks{open_reads, writer, bell, clock, post_webhook};
    std::unique_ptr<Console> console;
    if (renderer) console = std::make_unique<Console>(**renderer, writer, clock);
    std::unique_ptr<MemberSite> site;
    if (renderer) site = std::make_unique<MemberSite>(**renderer, writer, clock);
    Api api{writer, clock, console.get(), site.get()};
    House house;
    house.open_reads = open_reads;
    house.handle = [&api](database::Connection& reads, const Request& request, Reply reply) {
        api.handle(reads, request, std::move(reply));
    };
    house.newest = [](database::Connection& reads) { return Journal{reads}.head(office_origin).number; };

    spdlog::info("office {} on {}", (*office)->name(),
                 connection->engine() == database::Engine::sqlite ? "SQLite" : "PostgreSQL");
    listening((*server)->url());
    (*server)->run(std::move(house));
    return {};
}

} // namespace guitai::office
