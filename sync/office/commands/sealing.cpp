#include "sync/office/commands/sealing.hpp"

#include "sync/database/key_file.hpp"
#include "sync/office/commands/command_run.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace guitai::office {
namespace {

struct SealedAddress {
    std::filesystem::path books;
    std::filesystem::path key;
};

Result<SealedAddress> read_address(const std::string& database)
{
    constexpr std::string_view sqlite{"sqlite:"};
    constexpr std::string_view key_mark{"?key="};
    const std::size_t mark{database.rfind(key_mark)};
    if (!database.starts_with(sqlite) || mark == std::string::npos) {
        return refuse("seal.no_key", fmt::format("{}: say sqlite:PATH?key=FILE", database));
    }
    return SealedAddress{database.substr(sqlite.size(), mark - sqlite.size()),
                         database.substr(mark + key_mark.size())};
}

template<typename Do>
int run_sealing(const Run& run, const Do& what)
{
    if (auto books = must_have_books(run.said.database); !books) return refuse_aloud(run.err, books.error());
    try {
        const auto line = what(run.said.database);
        if (!line) return refuse_aloud(run.err, line.error());
        run.out << *line << '\n';
        return done;
    } catch (const database::DatabaseError& broken) {
        run.err << fmt::format("guitai-office: {}\n", one_line(complaint_of(broken, run.said.database)));
        return refused_or_failed;
    }
}

int seal_command(const Run& run) { return run_sealing(run, seal_books); }

int unseal_command(const Run& run) { return run_sealing(run, unseal_books); }

} // namespace

Result<std::string> seal_books(const std::string& database)
{
    const auto address = read_address(database);
    if (!address) return refuse(address.error());
    if (!database::is_plain(address->books)) {
        return refuse("seal.sealed", fmt::format("{} is sealed already", address->books.string()));
    }
    if (!std::filesystem::exists(address->key)) database::make_key_file(address->key);
    database::seal_file(address->books, database::read_key_file(address->key));
    return fmt::format("sealed; from now on they are opened by --db {}", database);
}

Result<std::string> unseal_books(const std::string& database)
{
    const auto address = read_address(database);
    if (!address) return refuse(address.error());
    if (database::is_plain(address->books)) {
        return refuse("seal.plain", fmt::format("{} has no seal", address->books.string()));
    }
    database::unseal_file(address->books, database::read_key_file(address->key));
    return fmt::format("the seal is off; they are opened by --db sqlite:{}", address->books.string());
}

void add_sealing_commands(const AddCommand& add)
{
    add("seal", "enciphers the books, --db sqlite:PATH?key=FILE; a key that is not there is made", seal_command);
    add("unseal", "takes the seal off again", unseal_command);
}

} // namespace guitai::office
