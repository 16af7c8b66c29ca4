#include "terminal/store/data_folder.hpp"

#include "sync/database/sealed.hpp"
#include "sync/journal/journal.hpp"
#include "terminal/store/rows.hpp"

#include "store_schema.hpp"

#include <sodium.h>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace guitai {
namespace {

constexpr const char* database_name{"till.db"};
constexpr const char* key_name{"device.key"};
constexpr const char* trusted_name{"office.pem"};
constexpr const char* lock_name{"lock"};

Refusal refusal_of_errno(const std::string& doing)
{
    const int error{errno};
    const char* const code{error == ENOSPC || error == EDQUOT ? "folder.disk_full" : "folder.not_writable"};
    return {code, doing + ": " + std::strerror(error)};
}

Result<DeviceKey> read_key(const std::filesystem::path& path)
{
    std::ifstream file{path};
    std::string hex;
    DeviceKey key{};
    std::size_t bytes{0};
    if (!std::getline(file, hex) ||
        sodium_hex2bin(key.data(), key.size(), hex.data(), hex.size(), nullptr, &bytes, nullptr) != 0 ||
        bytes != key.size()) {
        return refuse("folder.no_key", path.string() + " holds no key; enrol the till again");
    }
    return key;
}

// Another key than the one that signs, out of the same secret.
database::SealKey seal_of(const DeviceKey& key)
{
    constexpr std::string_view use{"guitai.till.books.1"};
    database::SealKey seal{};
    crypto_generichash(seal.data(), seal.size(), reinterpret_cast<const unsigned char*>(use.data()), use.size(),
                       key.data(), key.size());
    return seal;
}

// Whole or not at all, and never readable by others in between.
Result<void> write_file(const std::filesystem::path& path, std::string_view text)
{
    const std::string making{path.string() + ".making"};
    const int file{::open(making.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)};
    if (file < 0) return refuse(refusal_of_errno("can not write " + making));
    const auto size = static_cast<ssize_t>(text.size());
    const bool written{::write(file, text.data(), text.size()) == size && ::fsync(file) == 0};
    auto refusal = refusal_of_errno("can not write " + making);
    ::close(file);
    if (!written || ::rename(making.c_str(), path.c_str()) != 0) {
        ::unlink(making.c_str());
        return refuse(std::move(refusal));
    }
    return {};
}

Result<void> write_key(const std::filesystem::path& path, const DeviceKey& key)
{
    std::array<char, 2 * std::tuple_size_v<DeviceKey> + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), key.data(), key.size());
    hex.back() = '\n';
    return write_file(path, {hex.data(), hex.size()});
}

Refusal no_till_in(const std::filesystem::path& folder)
{
    return {"folder.not_a_till", folder.string() + " holds no till; run guitai init or guitai enrol"};
}

// The books as `open` opens them; null where they are no database in that way.
template<typename Open>
std::unique_ptr<database::Connection> readable(Open&& open)
{
    try {
        auto books = open();
        database::Statement look{*books, "SELECT COUNT(*) FROM sqlite_schema"};
        static_cast<void>(look.step());
        return books;
    } catch (const database::DatabaseError& broken) {
        if (broken.fault != database::Fault::corrupt) throw;
        return nullptr;
    }
}

// Books of an older program, or that somebody has looked into.
Result<void> seal_books(const std::filesystem::path& folder)
{
    if (!database::is_plain(database_path(folder))) return {};
    const auto key = key_for_folder(folder);
    if (!key) return refuse(key.error());
    database::seal_file(database_path(folder), seal_of(*key));
    return {};
}

} // namespace

FolderLock::~FolderLock()
{
    if (m_file >= 0) ::close(m_file);
}

FolderLock::FolderLock(FolderLock&& other) noexcept : m_file{std::exchange(other.m_file, -1)} {}

FolderLock& FolderLock::operator=(FolderLock&& other) noexcept
{
    std::swap(m_file, other.m_file);
    return *this;
}

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder)
{
    FolderLock lock;
    const std::string path{(folder / lock_name).string()};
    lock.m_file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (lock.m_file < 0) return refuse(refusal_of_errno("can not open " + path));
    if (::flock(lock.m_file, LOCK_EX | LOCK_NB) != 0) {
        return refuse("folder.in_use", "another guitai is running on " + folder.string());
    }
    return lock;
}

std::filesystem::path database_path(const std::filesystem::path& folder) { return folder / database_name; }

std::string database_url(const std::filesystem::path& folder) { return "sqlite:" + database_path(folder).string(); }

Result<std::unique_ptr<database::Connection>> open_books(const std::filesystem::path& folder, database::Access access)
{
    // Not told apart by a look at the file's first bytes: to close a file that SQLite has open in this very program
    // lets go of its locks (https://www.sqlite.org/howtocorrupt.html, section 2.2).
    const auto key = read_key(folder / key_name);
    std::error_code error;
    if (!key && !std::filesystem::exists(database_path(folder), error)) return refuse(key.error());
    if (!key) {
        if (auto plain = readable([&] { return database::open(database_url(folder), access); })) return plain;
        return refuse(key.error());
    }
    const auto sealed = [&] { return database::open_sealed(database_url(folder), seal_of(*key), access); };
    if (auto books = readable(sealed)) return books;
    if (auto plain = readable([&] { return database::open(database_url(folder), access); })) return plain;
    return sealed(); // Says what is wrong with it.
}

Result<void> unseal_books(const std::filesystem::path& folder)
{
    std::error_code error;
    if (!std::filesystem::exists(database_path(folder), error)) return refuse(no_till_in(folder));
    const auto lock = FolderLock::take(folder);
    if (!lock) return refuse(lock.error());
    if (database::is_plain(database_path(folder))) return {};
    const auto key = read_key(folder / key_name);
    if (!key) return refuse(key.error());
    try {
        database::unseal_file(database_path(folder), seal_of(*key));
    } catch (const database::DatabaseError& broken) {
        return refuse(refusal_of(broken));
    }
    return {};
}

Result<void> migrate_store(database::Connection& connection)
{
    if (auto made = Journal::migrate(connection); !made) return made;
    return database::migrate(connection, store_schema_name, store_schema);
}

bool is_older_store(database::Connection& connection)
{
    return Journal::is_older(connection) ||
           database::schema_number(connection, store_schema_name) < std::ssize(store_schema);
}

Result<Device> read_device(database::Connection& connection)
{
    database::Statement find{connection, "SELECT till, store, office_url, office, test FROM device"};
    if (!find.step()) return refuse("folder.not_a_till", "it was never finished; run guitai init or guitai enrol");
    Device device;
    device.till = find.integer(0);
    read_id(find, 1, device.store);
    device.office_url = find.text(2);
    device.office = find.text(3);
    device.test = find.flag(4);
    return device;
}

void write_device(database::Connection& connection, const Device& device)
{
    run(connection,
        "INSERT INTO device (one, till, store, office_url, office, test) VALUES (1, ?1, ?2, ?3, ?4, ?5)"
        " ON CONFLICT (one) DO UPDATE SET till = ?1, store = ?2, office_url = ?3, office = ?4, test = ?5",
        device.till, device.store, device.office_url, device.office, device.test);
}

Refusal refusal_of(const database::DatabaseError& error)
{
    switch (error.fault) {
    case database::Fault::full: return {"folder.disk_full", error.what()};
    case database::Fault::corrupt: return {"folder.damaged", error.what()};
    case database::Fault::busy: return {"folder.in_use", error.what()};
    case database::Fault::unreachable:
    case database::Fault::constraint:
    case database::Fault::other: break;
    }
    return {"folder.not_writable", error.what()};
}

Result<DeviceKey> key_for_folder(const std::filesystem::path& folder)
{
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
        errno = error.value();
        return refuse(refusal_of_errno("can not make " + folder.string()));
    }
    const std::filesystem::path path{folder / key_name};
    if (std::filesystem::exists(path, error)) return read_key(path);
    if (sodium_init() < 0) return refuse("folder.no_key", "this machine has no source of chance");
    DeviceKey key{};
    randombytes_buf(key.data(), key.size());
    if (auto written = write_key(path, key); !written) return refuse(written.error());
    return key;
}

DataFolder::DataFolder(std::filesystem::path path, FolderLock lock, std::unique_ptr<database::Connection> connection,
                       Device device)
    : m_path{std::move(path)}, m_lock{std::move(lock)}, m_connection{std::move(connection)}, m_device{std::move(device)}
{
}

Result<DataFolder> DataFolder::open(const std::filesystem::path& folder)
{
    std::error_code error;
    if (!std::filesystem::exists(database_path(folder), error)) return refuse(no_till_in(folder));
    auto lock = FolderLock::take(folder);
    if (!lock) return refuse(lock.error());
    try {
        if (auto sealed = seal_books(folder); !sealed) return refuse(sealed.error());
        auto books = open_books(folder);
        if (!books) return refuse(books.error());
        auto opened = over(std::move(*books));
        if (!opened) return opened;
        opened->m_path = folder;
        opened->m_lock = std::move(*lock);
        return opened;
    } catch (const database::DatabaseError& broken) {
        return refuse(refusal_of(broken));
    }
}

Result<DataFolder> DataFolder::over(std::unique_ptr<database::Connection> connection)
{
    if (auto made = migrate_store(*connection); !made) {
        const bool newer{made.error().code == "database.newer"};
        return refuse(newer ? "folder.newer" : made.error().code, made.error().detail);
    }
    auto device = read_device(*connection);
    if (!device) return refuse(device.error());
    return DataFolder{{}, {}, std::move(connection), std::move(*device)};
}

std::unique_ptr<database::Connection> DataFolder::open_reader() const
{
    auto books = open_books(m_path, database::Access::read_only);
    if (!books) throw database::DatabaseError{database::Fault::unreachable, books.error().detail}; // It was there.
    return std::move(*books);
}

Result<DeviceKey> DataFolder::key() const { return read_key(m_path / key_name); }

std::filesystem::path DataFolder::trusted() const
{
    std::error_code error;
    const std::filesystem::path path{m_path / trusted_name};
    return std::filesystem::exists(path, error) ? path : std::filesystem::path{};
}

Result<void> keep_trusted(const std::filesystem::path& folder, const std::string& certificates)
{
    return write_file(folder / trusted_name, certificates);
}

} // namespace guitai
