#include "sync/office/commands/serve.hpp"

#include "sync/journal/journal.hpp"
#include "sync/office/api.hpp"
#include "sync/office/office.hpp"

#include <spdlog/spdlog.h>

namespace guitai::office {

Result<void> serve(const ServeOptions& options, const std::function<void(const std::string&)>& listening)
{
    // The address first: a second office on the same port must not even touch the books.
    auto server = HttpServer::listen(options.listen);
    if (!server) return refuse(server.error());

    const SystemClock clock;
    SystemChance chance;
    const auto connection = database::open(options.database);
    auto office = Office::open(*connection, clock, chance);
    if (!office) return refuse(office.error());

    Writer writer{**office, [&server] { (*server)->news(); }};
    Api api{writer, clock, nullptr};
    House house;
    house.open_reads = [&options] { return database::open(options.database, database::Access::read_only); };
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
